// The built library in a host that allows nothing more than it has to, twice on one page.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launch, waitForText, waitToSee, type Watched, watchedPage } from '../scripts/demo-browser.ts';
import { type Build, type Host, serveHost, STRICT } from './hosts/serve.ts';
import { built } from '../scripts/build/built.ts';

let host: Host;
let browser: Browser;

async function visit(query = ''): Promise<Watched> {
  const watched = await watchedPage(browser);
  await watched.page.goto(`${host.origin}/${query}`);
  return watched;
}

for (const build of ['in parts', 'for bundlers'] as const satisfies Build[]) {
  describe(`a strict host that serves the library ${build}`, () => {
    before(
      async () => {
        await built();
        host = await serveHost(build);
        browser = await launch();
      },
      { timeout: 120_000 },
    );

    after(async () => {
      await browser?.close();
      await host?.close();
    });

    test('shows both copies whole, exports and opens chats, and its policy is never broken', async () => {
      const { page, problems } = await visit();
      await waitForText(page, 'How we count', '#first > *');
      await waitForText(page, 'Cara kami menghitung', '#second > *');
      await seeOwnElements(page);
      await seeCharts(page);
      await page.evaluate(() => {
        addEventListener('impact-export', (event) => event.preventDefault());
        return window.mounted[0]!.element.exportCsv();
      });
      await clickFirst(page, '>>> [part~="chats-button"]');
      await waitToSee(page, '>>> dialog[open] [part="row"]');
      assert.deepEqual(problems, []);
      const parts = new Set(host.seen.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/first/')));
      assert.ok(parts.size > 10, 'it came in parts');
      await page.close();
    });
  });
}

describe('a strict host', () => {
  before(
    async () => {
      await built();
      host = await serveHost();
      browser = await launch();
    },
    { timeout: 120_000 },
  );

  after(async () => {
    await browser?.close();
    await host?.close();
  });

  test('shows both copies whole, and its policy is never broken', async () => {
    const { page, problems } = await visit();
    await waitForText(page, /AI solved/, '#first > *');
    await waitForText(page, /AI menyelesaikan sendiri/, '#second > *');
    await waitForText(page, 'How we count', '#first > *');
    await waitForText(page, 'Cara kami menghitung', '#second > *');
    await seeCharts(page);
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('has two reports, each of its own elements', async () => {
    const { page } = await visit();
    await seeOwnElements(page);
    await page.close();
  });

  test('does everything that a reader can do without breaking the policy', async () => {
    const { page, problems } = await visit('?alone');
    await waitForText(page, 'How we count', '#first > *');
    await page.click('>>> #share');
    await waitToSee(page, '>>> .ways button');
    await page.keyboard.press('Escape');
    await clickFirst(page, '>>> [part~="chats-button"]');
    await waitToSee(page, '>>> dialog[open] [part="row"]');
    await page.evaluate(() => window.mounted[0]!.update({ theme: 'dark', locale: 'id', appearance: { '--impact-accent': 'rebeccapurple' } }));
    await waitForText(page, /AI menyelesaikan sendiri/, '#first > *');
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('lets figures leave by every way, and every card as a picture, without breaking the policy', async () => {
    const { page, problems } = await visit('?alone');
    await waitForText(page, 'How we count', '#first > *');
    await page.evaluate(keepFiles);
    await page.click('>>> #share');
    await waitToSee(page, '>>> .ways button');
    for (const way of await page.$$('>>> .ways button')) await way.click();
    // A message, a picture, a printed page, a table; what is copied depends on a permission.
    await page.waitForFunction(() => window.left.length === 4);
    await page.keyboard.press('Escape');
    const cards = await page.$$('>>> [part~="picture-button"]');
    for (const [at, button] of cards.entries()) {
      // Not below what stays in sight at the foot.
      await button.evaluate((one) => one.scrollIntoView({ block: 'center' }));
      await button.click();
      await page.waitForFunction((count) => window.left.length === count, {}, 4 + at + 1);
    }
    const left = await page.evaluate(() => window.left);
    assert.deepEqual(new Set(left), new Set(['wa.me', 'paper', 'image/png', 'text/csv;charset=utf-8']));
    assert.ok(cards.length >= 8, `${cards.length} cards`);
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('is told what to allow when it allows too little', async () => {
    const withoutPolicy = STRICT.replace('trusted-types qontak-impact', "trusted-types 'none'");
    const withoutRequests = STRICT.replace("connect-src 'self'", "connect-src 'none'");
    for (const [policy, code] of [
      [withoutPolicy, 'IMPACT-026'],
      [withoutRequests, 'IMPACT-016'],
    ] as const) {
      host.policy = policy;
      const { page } = await watchedPage(browser);
      const said = new Promise<string>((done) => page.on('console', (message) => message.text().startsWith(code) && done(message.text())));
      await page.goto(`${host.origin}/?alone`);
      assert.match(await said, /\.$/);
      await page.close();
    }
    host.policy = STRICT;
  });
});

/** Whichever copy's code comes first, a report is made of its own copy's elements. */
async function seeOwnElements(page: Page): Promise<void> {
  await waitForText(page, 'How customers felt', '#first > *');
  await waitForText(page, 'Suasana pelanggan', '#second > *');
  const tags = await page.$$eval('main > *', (reports) =>
    reports.map((report) => [report, ...report.shadowRoot!.querySelectorAll(':defined')].map(({ localName }) => localName).filter((tag) => tag.includes('-'))),
  );
  const [first, second] = tags as [string[], string[]];
  assert.ok(first.length > 10, `${first.length} elements`);
  assert.equal(second.length, first.length);
  assert.deepEqual(
    second.filter((tag) => first.includes(tag)),
    [],
  );
}

/** Runs in the page. Says what leaves it, and takes it. */
function keepFiles(): void {
  window.left = [];
  const createObjectURL = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file) => (window.left.push((file as Blob).type), createObjectURL(file));
  window.open = (address) => (window.left.push(new URL(address!).host), null);
  window.print = () => {
    if (document.querySelector('[data-impact-paper]') !== null) window.left.push('paper');
    dispatchEvent(new Event('afterprint'));
  };
}

async function clickFirst(page: Page, selector: string): Promise<void> {
  for (const button of await page.$$(selector)) if (await button.isVisible()) return button.click();
  throw new Error(`Could not click ${selector}: none is to be seen.`);
}

/** Charts have a first picture; Chart.js draws them anew when someone points at them. Both are more than an empty frame. */
async function seeCharts(page: Page): Promise<void> {
  await waitToSee(page, '>>> .first svg');
  const plots = await page.$$('>>> .plot');
  for (const plot of plots) {
    assert.ok((await plot.evaluate(longestLineIn)) > 200, 'the first picture has a line');
    await plot.hover();
    await page.waitForFunction((one) => one.querySelector('svg') === null, {}, plot);
    assert.ok((await plot.evaluate(colouredPixelsIn)) > 500, 'Chart.js has drawn');
  }
  assert.ok(plots.length > 0);
}

/** Runs in the page. In px. */
const longestLineIn = (plot: Element): number =>
  Math.max(...[...plot.querySelectorAll('path')].filter((path) => getComputedStyle(path).stroke !== 'none').map((path) => path.getTotalLength()));

/** Runs in the page. Of another colour than most. */
function colouredPixelsIn(plot: Element): number {
  const canvas = plot.querySelector('canvas')!;
  const pixels = new Uint32Array(canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  return pixels.length - Math.max(...counts.values());
}

declare global {
  interface Window {
    mounted: import('#embed').Mounted[];
    left: string[];
    heard: { kind: string; tag: string; detail: object }[];
  }
}
