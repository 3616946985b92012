// What stays behind when a reader goes away and comes back, measured in the browser after it has collected its garbage.
import type { Browser } from 'puppeteer-core';
import { isFirefox } from '../firefox-window.ts';
import { inChromium } from './leaks-in-chromium.ts';
import { inFirefox } from './leaks-in-firefox.ts';
import type { Opened } from './opened.ts';

/** What a browser still holds after a collection. */
export interface Counted {
  /** In Chromium all that the page has, in Firefox the elements of the reports that were there. */
  nodes: number;
  /** All that the page has. */
  listeners: number;
  /** What can have listeners and is no node, such as signals and queries of media. Null: Chromium does not tell. */
  targets: number | null;
  /** In MB: in Chromium of JavaScript, in Firefox everything that the page takes, but for what is compiled. Null: it cannot be told from what the driver holds. */
  heap: number | null;
  /** Reports that are not collected. */
  reports: number;
}

export interface Held extends Counted {
  timers: number;
}

/** Collects what nobody holds, and counts the rest. */
export type Count = () => Promise<Counted>;

export const counterOf = async (browser: Browser, { page, shell }: Opened): Promise<Count> =>
  (await isFirefox(browser)) ? inFirefox(page, shell.framed === true) : inChromium(page);

export async function heldBy({ page, shell }: Opened, count: Count): Promise<Held> {
  // single-spa never takes back the timers of its warnings; until they have gone off, they hold what they would warn of.
  await page.waitForFunction(() => [...tools.waiting.values()].every((at) => at > performance.now() + 10_000));
  let counted = await count();
  // What is collected in one round lets go of more in the next.
  for (let round = 0, before = Infinity; round < 3 || counted.nodes < before; round += 1) {
    before = counted.nodes;
    counted = await count();
  }
  const reports = shell.framed === true ? page.frames().length - 1 : counted.reports;
  return { ...counted, reports, timers: await page.evaluate(() => tools.waiting.size) };
}

/** By how much more there is of each; null of what cannot be told. */
export const riseOf = (before: Held, after: Held): Record<keyof Held, number | null> =>
  Object.fromEntries(KINDS.map((kind) => [kind, after[kind] === null ? null : after[kind] - before[kind]!])) as Record<keyof Held, number | null>;

export const KINDS = ['nodes', 'listeners', 'targets', 'reports', 'timers', 'heap'] as const satisfies (keyof Held)[];

/** Goes to the report, or to the page of the shell on which nothing is, and away again so many times, each time once it stands. */
export async function comeAndGo({ page, shell }: Opened, path: '/report' | '/blank', times: number): Promise<void> {
  await page.evaluate(
    async (blank, framed, rounds) => {
      const stands = (): boolean => {
        if (blank) return document.querySelector('#blank') !== null;
        // The placeholders of a report are as high as the report.
        if (framed) return tools.fetched > before && (document.querySelector('iframe')?.offsetHeight ?? 0) > 3000;
        const report = tools.report();
        if (report?.shadowRoot == null) return false;
        return tools.elementsIn(report.shadowRoot).some((element) => element.matches('[part=value]')) && tools.drawCharts();
      };
      const shown = blank ? '#blank' : framed ? 'iframe' : 'qontak-impact-report';
      const isGone = (): boolean => document.querySelector(shown) === null;
      const until = async (condition: () => boolean, what: string): Promise<void> => {
        for (let frame = 0; frame < 1200; frame += 1) {
          if (condition()) return;
          await tools.frame();
        }
        throw new Error(`It took too long: ${what}.`);
      };
      // A function of its own: no variable of this one may keep an element.
      const tellOfReport = (): void => {
        const one = framed ? document.querySelector('iframe')! : tools.report()!;
        tools.tellOf([one, ...tools.elementsIn(one.shadowRoot ?? one)]);
      };
      location.hash = '#/inbox';
      await until(isGone, 'it has gone before');
      let before = 0;
      for (let round = 0; round < rounds; round += 1) {
        before = tools.fetched;
        location.hash = blank ? '#/blank' : '#/report';
        await until(stands, `round ${round}, it stands`);
        if (!blank) tellOfReport();
        location.hash = '#/inbox';
        await until(isGone, `round ${round}, it has gone`);
      }
    },
    path === '/blank',
    shell.framed === true,
    times,
  );
}
