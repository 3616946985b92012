// Of elements Firefox does not say which are still there, so the page counts those that it was told of and that were not collected. All else
// Firefox tells to its own windows alone, which the driver may ask (--remote-allow-system-access).
import type { Page } from 'puppeteer-core';
import { inFirefoxWindow } from '../firefox-window.ts';
import type { Count } from './leaks.ts';

declare const TestUtils: { gc(): Promise<void> };

/**
 * `framed`: the driver runs its scripts in frames, too, and keeps frames in which it did. Of 25 that had gone 10 were still there, and none
 * or one where it ran none. Their memory is therefore none of ours to count; that they go, Chromium's count says.
 */
export function inFirefox(page: Page, framed: boolean): Count {
  return async () => {
    await page.evaluate(async () => {
      // Its code remembers what it has worked with, and Firefox keeps compiled code for a second after a page has drawn: without this pause
      // one report of fifty was still there now and then.
      await new Promise((done) => setTimeout(done, 1500));
      await TestUtils.gc();
      await tools.frame();
    });
    const { elements, reports } = await page.evaluate(() => tools.kept);
    const { origin, pathname } = new URL(page.url());
    const told = await inFirefoxWindow(page, toldOf, { page: `top(${origin}/`, own: `/window(${origin}${pathname}` });
    const { bytes, listeners, targets } = JSON.parse(told) as Told;
    return { nodes: elements, listeners, targets, heap: framed ? null : bytes / 1e6, reports };
  };
}

interface Told {
  bytes: number;
  listeners: number;
  targets: number;
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

/**
 * Runs in Firefox's own window. What its reporters of memory count: bytes for the windows of a page, frames included; listeners and what has
 * them for its own window. Addresses stand in paths with their slashes turned.
 */
function toldOf({ page, own }: { page: string; own: string }): Promise<string> {
  const { Cc, Ci } = globalThis as unknown as { Cc: Record<string, { getService(kind: unknown): Reporters }>; Ci: Record<string, unknown> };
  const reporters = Cc['@mozilla.org/memory-reporter-manager;1']!.getService(Ci.nsIMemoryReporterManager);
  const told = { bytes: 0, listeners: 0, targets: 0 };
  // The compiler's code and its notes on what has run: 1 MB to 10 MB of one and the same page, whether Firefox has just thrown them away or
  // not, which it does not as long as the page draws. And what is free is not taken.
  const left = /\/code\/|cacheir-stubs|\/jit-|\/ion-data|\/baseline\/|\/alloc-sites|object-fuses|JIT ShapeList|unused-gc-things/;
  const add = (_process: string, reported: string, _kind: number, units: number, amount: number): void => {
    const path = reported.replaceAll('\\', '/');
    if (units === 0 && path.startsWith('explicit/window-objects/') && path.includes(page) && !left.test(path)) told.bytes += amount;
    if (!path.startsWith('event-counts/window-objects/') || !path.includes(own)) return;
    if (path.endsWith('/event-listeners')) told.listeners += amount;
    if (path.endsWith('/event-targets')) told.targets += amount;
  };
  return new Promise((done) => reporters.getReports(add, null, () => done(JSON.stringify(told)), null, false));
}
