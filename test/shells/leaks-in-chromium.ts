import type { CDPSession, Page } from 'puppeteer-core';
import type { Count } from './leaks.ts';

/** By Chromium's own means: whatever is in the page is counted, whoever made it. */
export async function inChromium(page: Page): Promise<Count> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    await page.evaluate(() => tools.frame());
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((one) => one.name === name)!.value;
    const [nodes, listeners, heap] = [metric('Nodes'), metric('JSEventListeners'), metric('JSHeapUsedSize') / 1e6];
    return { nodes, listeners, targets: null, heap, reports: await reportsIn(session) };
  };
}

/** Living elements of the report's class, attached or not; none in a page whose report is in a frame. */
async function reportsIn(session: CDPSession): Promise<number> {
  const expression = 'customElements.get("qontak-impact-report")?.prototype';
  const { result } = await session.send('Runtime.evaluate', { expression, objectGroup: 'leaks' });
  if (result.objectId === undefined) return 0;
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId, objectGroup: 'leaks' });
  const length = await session.send('Runtime.callFunctionOn', { objectId: objects.objectId!, functionDeclaration: 'function () { return this.length }' });
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'leaks' });
  return length.result.value as number;
}
