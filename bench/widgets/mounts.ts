// Coming and going: the page is mounted with data, drawn to the last chart and unmounted, many times. What stays is a leak.
import type { ImpactReport } from '@qontak/impact-contract';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import './host-page.ts';
import { heapOf, open } from './load.ts';
import type { BenchPage } from './pages.ts';

export interface Mounts {
  times: number;
  /** Of `times` elements that were mounted, how many the browser took back. */
  freed: number;
  /** Megabytes more than before. */
  heap_growth: number;
  listeners: number;
  nodes: number;
}

declare global {
  var freed: { count: number; registry: FinalizationRegistry<null> };
}

/** Caches and machine code fill up in the first rounds; heap snapshots say that what still grows after 20 is machine code alone. */
const WARM_UP = 100;

export async function measureMounts(browser: Browser, url: string, marks: BenchPage, report: ImpactReport, times: number): Promise<Mounts> {
  const { page, client, close } = await open(browser, url, marks, { cpu: 1, network: null });
  try {
    await client.send('Performance.enable');
    await page.evaluate(() => {
      // Kept reachable: a registry that is itself collected reports nothing.
      globalThis.freed = { count: 0, registry: new FinalizationRegistry(() => (freed.count += 1)) };
      globalThis.page.unmount();
    });
    await comeAndGo(page, marks.charts, report, WARM_UP);
    const before = await state(client);
    await page.evaluate(() => (freed.count = 0));
    await comeAndGo(page, marks.charts, report, times);
    const after = await state(client);
    return {
      times,
      freed: await page.evaluate(() => freed.count),
      heap_growth: after.heap - before.heap,
      listeners: after.listeners - before.listeners,
      nodes: after.nodes - before.nodes,
    };
  } finally {
    await close();
  }
}

async function comeAndGo(page: Page, charts: readonly string[], report: ImpactReport, times: number): Promise<void> {
  // A few at a time: one call of the protocol may last three minutes at most.
  for (let left = times; left > 0; left -= 50) {
    await page.evaluate(
      async (paths, data, rounds) => {
        const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
        const until = async (what: string, condition: () => boolean): Promise<void> => {
          for (let frames = 0; !condition(); frames += 1) {
            if (frames > 600) throw new Error(`Could not mount the page again: ${what} never came.`);
            await frame();
          }
        };
        for (let i = 0; i < rounds; i += 1) {
          globalThis.page.mount();
          // React draws on its own time; data may come once it has.
          await until('the page', () => document.querySelector('#app > *') !== null);
          globalThis.page.show(data);
          await until('a chart', () => paths.every(bench.shown));
          freed.registry.register(document.querySelector('#app > *')!, null);
          globalThis.page.unmount();
          await frame();
        }
      },
      charts,
      report,
      Math.min(50, left),
    );
  }
}

async function state(client: CDPSession): Promise<{ heap: number; listeners: number; nodes: number }> {
  const heap = await heapOf(client);
  const { metrics } = await client.send('Performance.getMetrics');
  const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)!.value;
  return { heap, listeners: of('JSEventListeners'), nodes: of('Nodes') };
}
