// What a page costs once it stands: new data and a click. On the machine as it is, where a frame has 16.7 ms.
import type { ImpactReport } from '@qontak/impact-contract';
import type { Browser, CDPSession, JSHandle } from 'puppeteer-core';
import { median } from '../statistics.ts';
import './host-page.ts';
import { open, type Opened } from './load.ts';
import type { BenchPage } from './pages.ts';

/** Milliseconds of the main thread, from the call to the finished frame. */
export interface Work {
  new_data: number;
  toggle: number;
}

type Act = (i: number, reports: readonly ImpactReport[]) => void;

const WARM_UP = 5;

export async function measureWork(browser: Browser, url: string, marks: BenchPage, reports: readonly ImpactReport[], times: number): Promise<Work> {
  const opened = await open(browser, url, marks, { cpu: 1, network: null });
  try {
    const handle = await opened.page.evaluateHandle((all) => all, reports);
    await opened.client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = (act: Act): Promise<number> => busyTime(opened, handle, act, times);
    // What the measuring itself costs is not the page's.
    const idle = await busy(() => {});
    const new_data = (await busy((i, all) => globalThis.page.show(all[i % all.length]!))) - idle;
    const toggle = (await busy(() => globalThis.page.toggle())) - idle;
    return { new_data, toggle };
  } finally {
    await opened.close();
  }
}

async function busyTime({ page, client }: Opened, reports: JSHandle<readonly ImpactReport[]>, act: Act, times: number): Promise<number> {
  const spent: number[] = [];
  for (let i = 0; i < WARM_UP + times; i += 1) {
    const before = await taskTime(client);
    await page.evaluate(act, i, reports);
    await page.evaluate(async () => {
      for (let frames = 0; frames < 3; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    if (i >= WARM_UP) spent.push((await taskTime(client)) - before);
  }
  return median(spent) * 1000;
}

async function taskTime(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value;
}
