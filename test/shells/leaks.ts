// What stays behind when a reader goes away and comes back, measured in the browser after it has collected its garbage.
import type { CDPSession, Page } from 'puppeteer-core';
import type { Opened } from './opened.ts';

export interface Held {
  nodes: number;
  listeners: number;
  /** Of JavaScript, in MB. */
  heap: number;
  /** Reports that are not collected. */
  reports: number;
  timers: number;
}

export async function heldBy({ page, shell }: Opened, session: CDPSession): Promise<Held> {
  // single-spa never takes back the timers of its warnings; until they have gone off, they hold what they would warn of.
  await page.waitForFunction(() => [...tools.waiting.values()].every((at) => at > performance.now() + 10_000));
  let { nodes, listeners, heap } = await collected(page, session);
  // What is collected in one round lets go of more in the next.
  for (let round = 0, before = Infinity; round < 3 || nodes < before; round += 1) {
    before = nodes;
    ({ nodes, listeners, heap } = await collected(page, session));
  }
  return {
    nodes,
    listeners,
    heap,
    reports: shell.framed === true ? page.frames().length - 1 : await reportsIn(session),
    timers: await page.evaluate(() => tools.waiting.size),
  };
}

async function collected(page: Page, session: CDPSession): Promise<Pick<Held, 'nodes' | 'listeners' | 'heap'>> {
  await session.send('HeapProfiler.collectGarbage');
  await page.evaluate(() => tools.frame());
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)!.value;
  return { nodes: metric('Nodes'), listeners: metric('JSEventListeners'), heap: metric('JSHeapUsedSize') / 1e6 };
}

/** Living elements of the report's class, attached or not. */
async function reportsIn(session: CDPSession): Promise<number> {
  const expression = 'customElements.get("qontak-impact-report").prototype';
  const { result } = await session.send('Runtime.evaluate', { expression, objectGroup: 'leaks' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId!, objectGroup: 'leaks' });
  const length = await session.send('Runtime.callFunctionOn', { objectId: objects.objectId!, functionDeclaration: 'function () { return this.length }' });
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'leaks' });
  return length.result.value as number;
}

/** Goes to the report and away again so many times, each time once it stands. */
export async function comeAndGo({ page, shell }: Opened, times: number): Promise<void> {
  await page.evaluate(
    async (framed, rounds) => {
      const stands = (): boolean => {
        if (framed) return (document.querySelector('iframe')?.offsetHeight ?? 0) > 3000;
        const report = tools.report();
        if (report?.shadowRoot == null) return false;
        return tools.elementsIn(report.shadowRoot).some((element) => element.matches('[part=value]')) && tools.canvases().length > 0;
      };
      const isGone = (): boolean => document.querySelector(framed ? 'iframe' : 'qontak-impact-report') === null;
      const until = async (condition: () => boolean, what: string): Promise<void> => {
        for (let frame = 0; frame < 1200; frame += 1) {
          if (condition()) return;
          await tools.frame();
        }
        throw new Error(`It took too long: ${what}.`);
      };
      for (let round = 0; round < rounds; round += 1) {
        location.hash = '#/report';
        await until(stands, `round ${round}, the report stands`);
        location.hash = '#/inbox';
        await until(isGone, `round ${round}, the report has gone`);
      }
    },
    shell.framed === true,
    times,
  );
}
