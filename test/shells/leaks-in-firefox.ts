// Firefox counts neither nodes nor listeners of a page, so the page does it: elements that it was told of and that were not collected,
// and listeners on what outlives them. Memory Firefox tells to its own windows alone, which the driver may ask (--remote-allow-system-access).
import type { Page } from 'puppeteer-core';
import type { Count } from './leaks.ts';

/** The driver's way to Firefox itself; puppeteer has no words for it. */
interface Session {
  send(method: string, params: object): Promise<{ result: { contexts: { context: string }[]; result: { value: string } } }>;
}

interface Context {
  userContext: { browser: { session: Session } };
}

declare const TestUtils: { gc(): Promise<void> };

/**
 * `framed`: the driver runs its scripts in frames, too, and keeps frames in which it did. Of 25 that had gone 10 were still there, and none
 * or one where it ran none. Their memory is therefore none of ours to count; that they go, Chromium's count says.
 */
export async function inFirefox(page: Page, framed: boolean): Promise<Count> {
  const { session } = (page.mainFrame() as unknown as { browsingContext: Context }).browsingContext.userContext.browser;
  const { result } = await session.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const target = { context: result.contexts[0]!.context };
  return async () => {
    await page.evaluate(async () => {
      await TestUtils.gc();
      await tools.frame();
    });
    const { elements, reports, listeners } = await page.evaluate(() => ({ ...tools.kept, listeners: tools.lastingListeners() }));
    if (framed) return { nodes: elements, listeners, heap: null, reports };
    const { result: told } = await session.send('script.evaluate', {
      target,
      awaitPromise: true,
      expression: `(${bytesOf.toString()})(${JSON.stringify(`top(${new URL(page.url()).origin}/`)})`,
    });
    return { nodes: elements, listeners, heap: Number(told.result.value) / 1e6, reports };
  };
}

interface Reporters {
  getReports(
    report: (process: string, path: string, kind: number, units: number, amount: number) => void,
    data: null,
    finished: (data: null) => void,
    finishedData: null,
    anonymized: boolean,
  ): void;
}

/** Runs in Firefox's own window. What its reporters of memory count for the windows of a page, frames included. */
function bytesOf(page: string): Promise<string> {
  const { Cc, Ci } = globalThis as unknown as { Cc: Record<string, { getService(kind: unknown): Reporters }>; Ci: Record<string, unknown> };
  const reporters = Cc['@mozilla.org/memory-reporter-manager;1']!.getService(Ci.nsIMemoryReporterManager);
  let bytes = 0;
  const add = (_process: string, path: string, _kind: number, units: number, amount: number): void => {
    // What is compiled grows with what has run, and what is free is not taken. Addresses stand in paths with their slashes turned.
    if (/\/code\/|cacheir-stubs|unused-gc-things/.test(path)) return;
    if (units === 0 && path.startsWith('explicit/window-objects/') && path.replaceAll('\\', '/').includes(page)) bytes += amount;
  };
  return new Promise((done) => reporters.getReports(add, null, () => done(String(bytes)), null, false));
}
