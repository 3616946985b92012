// Widgets that stand alone on a page, without a report or provider: however many, one request.
import type { Browser } from 'puppeteer-core';
import { open } from './load.ts';
import type { BenchPage } from './pages.ts';

const WIDGETS = 12;

/** How many reports twelve of our widgets of one identity ask for. */
export async function countRequests(browser: Browser, url: string, marks: BenchPage): Promise<{ widgets: number; requests: number }> {
  const { page, close } = await open(browser, url, marks, { cpu: 1, network: null });
  try {
    const requests = await page.evaluate(async (widgets) => {
      globalThis.page.unmount();
      performance.clearResourceTimings();
      const settings = { src: '/', tokenProvider: () => 'bench' };
      const heroes = Array.from({ length: widgets }, () => Object.assign(document.createElement('qontak-impact-hero'), settings));
      const ready = heroes.map((hero) => new Promise((resolve) => hero.addEventListener('impact-ready', resolve, { once: true })));
      document.body.append(...heroes);
      await Promise.all(ready);
      return performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/impact-report')).length;
    }, WIDGETS);
    return { widgets: WIDGETS, requests };
  } finally {
    await close();
  }
}
