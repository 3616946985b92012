// One cold start of a page: a browser context of its own, so nothing is cached, neither files nor compiled code.
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { BenchPage } from './pages.ts';
import { watch } from './probe.ts';

export interface Conditions {
  /** How many times slower than this machine. */
  cpu: number;
  /** Null: as fast as loopback. */
  network: Network | null;
}

interface Network {
  latency: number;
  downloadThroughput: number;
  uploadThroughput: number;
}

/** Lighthouse's slow 4G: 150 ms to and fro, 1.6 Mbit/s down. */
export const SLOW_4G: Network = { latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (7.5e5 / 8) * 0.9 };

/** Wide, and so high that every chart is in view: what waits for the reader to scroll would otherwise never come. */
const VIEWPORT = { width: 1280, height: 3200 };

export interface Opened {
  page: Page;
  client: CDPSession;
  close: () => Promise<void>;
}

export async function open(browser: Browser, url: string, marks: BenchPage, { cpu, network }: Conditions): Promise<Opened> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(VIEWPORT);
  const client = await page.createCDPSession();
  await client.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (network !== null) {
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', { offline: false, ...network });
  }
  const { hero, charts } = marks;
  await page.evaluateOnNewDocument(watch, { hero, charts });
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  try {
    await page.waitForFunction(() => bench.seen.hero !== null && !bench.seen.charts.includes(null), { timeout: 30_000, polling: 100 });
  } catch (cause) {
    const seen = JSON.stringify(await page.evaluate(() => bench.seen));
    throw new Error(`Could not measure ${marks.name}: it never showed everything. Seen: ${seen}`, { cause });
  }
  // What follows the last chart still belongs to the start, until the page has had nothing long to do for half a second.
  await page.waitForFunction(() => performance.now() - Math.max(bench.seen.busyUntil, bench.seen.hero!, ...bench.seen.charts.map(Number)) > 500, {
    polling: 100,
  });
  return { page, client, close: () => context.close() };
}

export interface Start {
  bytes: number;
  bytes_until_hero: number;
  requests: number;
  report_requests: number;
  first_paint: number;
  hero: number;
  /** When the last chart was drawn; the hero where there is none. */
  last_chart: number;
  blocking: number;
  /** Megabytes after the garbage is collected. */
  heap: number;
  shift: number;
}

export async function measureStart(browser: Browser, url: string, marks: BenchPage, conditions: Conditions): Promise<Start> {
  const { page, client, close } = await open(browser, url, marks, conditions);
  try {
    const start = await page.evaluate(() => {
      const { seen } = bench;
      const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] as PerformanceResourceTiming[];
      const bytes = (among: PerformanceResourceTiming[]): number => among.reduce((sum, file) => sum + file.encodedBodySize, 0);
      const hero = seen.hero!;
      return {
        bytes: bytes(files),
        bytes_until_hero: bytes(files.filter(({ responseEnd }) => responseEnd <= hero)),
        requests: files.length,
        report_requests: files.filter(({ name }) => name.includes('/v1/impact-report')).length,
        first_paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? hero,
        hero,
        last_chart: Math.max(hero, ...seen.charts.map(Number)),
        blocking: seen.blocking,
        shift: seen.shift,
      };
    });
    return { ...start, heap: await heapOf(client) };
  } finally {
    await close();
  }
}

export async function heapOf(client: CDPSession): Promise<number> {
  for (let i = 0; i < 3; i += 1) await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
