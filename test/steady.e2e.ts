// Nothing on the built page moves when figures and code come late, with every card in view: measured as browsers measure it (Cumulative
// Layout Shift). test/steady.test.ts looks at each widget; there the code of a report's cards comes late only once, and below what is in view.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { preview, type PreviewServer } from 'vite';
import { launch } from '../scripts/demo-browser.ts';

/** Higher than the report at any of the widths. */
const HEIGHT = 8000;
/** What stands below it may move by this part of its height, once: how long sentences are depends on the figures. */
const ROOM_OFF_BY = 0.1;

/** The parts of the API that TypeScript does not know yet. */
interface Shift extends PerformanceEntry {
  value: number;
  sources: { previousRect: DOMRect; currentRect: DOMRect }[];
}

declare global {
  var steady: { shifts: string[]; answer: () => void };
}

/** What the service says of the settings, and what stands below the figures in the end, where they are shown. */
const ENDS = { may_change: '.open-editor', may_read: '.schedule > .hint:last-child', refused: '.schedule > .hint + .button' };
type Settings = keyof typeof ENDS;

let server: PreviewServer;
let browser: Browser;

/** Runs in the page. Leaves one report on it, on the simulated service, whose figures wait until they are let through. */
function putReport(settings: Settings): void {
  const old = document.querySelector('qontak-impact-report')!;
  const { src, period, locale, tokenProvider, fetcher } = old;
  const { promise: wait, resolve: answer } = Promise.withResolvers<void>();
  const late: NonNullable<typeof fetcher> = async (url, init) => {
    const response = await fetcher!(url, init);
    const { pathname } = new URL(url);
    if (pathname.endsWith('/impact-report')) await wait;
    if (settings === 'may_change' || !/\/(cost-assumption|working-hours)$/.test(pathname)) return response;
    if (settings === 'refused') return new Response(null, { status: 404 });
    const { meta, ...rest } = (await response.json()) as { meta: object };
    return Response.json({ ...rest, meta: { ...meta, can_edit: false } });
  };
  const report = Object.assign(document.createElement('qontak-impact-report'), { src, period, locale, tokenProvider, fetcher: late });
  document.body.replaceChildren(report);
  const shifts: string[] = [];
  globalThis.steady = { shifts, answer };
  const told = ({ value, sources }: Shift): string =>
    `${value.toFixed(4)}: ${sources.map(({ previousRect: from, currentRect: to }) => `from ${from.left},${from.top} to ${to.left},${to.top} px`).join(', ')}`;
  new PerformanceObserver((list) => shifts.push(...(list.getEntries() as Shift[]).map(told))).observe({ type: 'layout-shift' });
}

const frames = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let i = 0; i < 20; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

const stands = (page: Page, name: string): Promise<unknown> =>
  page.waitForFunction(
    (card) => document.querySelector('qontak-impact-report')?.shadowRoot?.querySelector(card)?.shadowRoot?.querySelector('[aria-busy="false"]'),
    {},
    `.${name}`,
  );

const heightOf = (page: Page): Promise<number> => page.$eval('qontak-impact-report', (report) => report.getBoundingClientRect().height);

/** Lets the figures come, then whatever else they need, and tells what moved and how much higher the report has become. */
async function watch(page: Page, bringCode: () => void, settings: Settings = 'may_change'): Promise<{ shifts: string[]; grown: number }> {
  await page.evaluate(putReport, settings);
  await frames(page);
  await page.evaluate(() => steady.answer());
  const before = await heightOf(page);
  await stands(page, 'hero');
  await frames(page);
  bringCode();
  await stands(page, 'how-we-count');
  await page.waitForFunction(() => document.querySelector('qontak-impact-report')!.shadowRoot!.querySelector(':not(:defined), .room') === null);
  // The settings are asked for once their cards stand.
  await page.waitForSelector(`>>> .after-hours >>> ${ENDS[settings]}`);
  await frames(page);
  const { shifts } = await page.evaluate(() => steady);
  return { shifts, grown: Math.abs((await heightOf(page)) / before - 1) };
}

describe('the whole report, all of it in view', () => {
  before(
    async () => {
      assert.ok(existsSync('dist/demo/sandbox.html'), 'Could not open the sandbox: it is not built. Run npm run build first.');
      server = await preview({ mode: 'demo', preview: { port: 0, host: '127.0.0.1' }, logLevel: 'warn' });
      browser = await launch();
    },
    { timeout: 60_000 },
  );

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const width of [360, 768, 1016, 1440])
    for (const locale of ['id', 'en'])
      test(`stays where it is at ${width} px in ${locale}`, async () => {
        const page = await browser.newPage();
        await page.setViewport({ width, height: HEIGHT });
        const { promise: wait, resolve: bringCode } = Promise.withResolvers<void>();
        await page.setRequestInterception(true);
        page.on('request', (request) => void (request.url().includes('/rest-') ? wait : Promise.resolve()).then(() => request.continue()));
        await page.goto(new URL(`sandbox.html?locale=${locale}`, server.resolvedUrls!.local[0]).href);
        await stands(page, 'hero');
        const cold = await watch(page, bringCode);
        const warm = await watch(page, () => {});
        const read = await watch(page, () => {}, 'may_read');
        const refused = await watch(page, () => {}, 'refused');
        assert.deepEqual(cold.shifts, [], 'figures first, then the code of the cards');
        assert.deepEqual(warm.shifts, [], 'the code of the cards first, then figures');
        assert.deepEqual(read.shifts, [], 'a reader who may change nothing');
        assert.deepEqual(refused.shifts, [], 'settings that cannot be had');
        assert.ok(
          cold.grown < ROOM_OFF_BY && warm.grown < ROOM_OFF_BY,
          `The room is off by ${cold.grown} and ${warm.grown}: see widgets/report/room.styles.ts.`,
        );
        await page.close();
      });
});
