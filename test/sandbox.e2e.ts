// The built sandbox needs nobody: no service, no worker, under the strict rules that the service sends with its pages.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { preview, type PreviewServer } from 'vite';
import { temporaryFolder } from '../scripts/running-service.ts';
import { launch, shownText, waitForText, waitToSee, type Watched, watchedPage } from '../scripts/demo-browser.ts';

let server: PreviewServer;
let browser: Browser;

const at = (file: string): string => new URL(file, server.resolvedUrls!.local[0]).href;

async function visit(file: string): Promise<Watched> {
  const watched = await watchedPage(browser);
  await watched.page.goto(at(file));
  return watched;
}

describe('the built sandbox', () => {
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

  test('shows a report without a service, and says that it is simulated', async () => {
    const { page, problems } = await visit('sandbox.html?locale=en');
    const foreign: string[] = [];
    // A data: address asks nobody; Firefox has the font of its own list marks in one.
    page.on('request', (request) => {
      const { pathname, protocol } = new URL(request.url());
      if (!pathname.startsWith('/assets/') && protocol !== 'data:') foreign.push(request.url());
    });
    await waitForText(page, /AI solved/);
    assert.match(await shownText(page, '.what-it-is'), /Demo Simulated data/);
    assert.deepEqual(foreign, []);
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('shows each injected condition, one after the other, on the same page', async () => {
    const { page, problems } = await visit('sandbox.html?locale=en');
    await waitForText(page, /AI solved/);
    const shown: [condition: string, text: string | RegExp][] = [
      ['failed', 'The report cannot be loaded right now'],
      ['forbidden', "You don't have access to this report yet"],
      ['offline', 'The report could not be loaded'],
      ['stale', 'Could not be updated'],
      ['provisional', 'Not final yet'],
      ['counts', /Only \d chats so far/],
      ['nothing_entered', 'Working hours are not set yet'],
      ['not_measured', 'Not measured yet'],
      ['empty', 'No chats were answered by AI'],
      ['no_data_yet', 'No data yet'],
      ['normal', /AI solved/],
    ];
    for (const [condition, text] of shown) {
      await page.select('select[name=condition]', condition);
      await waitForText(page, text);
      assert.equal(new URL(page.url()).searchParams.get('condition'), condition === 'normal' ? null : condition);
    }
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('shows the whole name of each choice, on a telephone and in the shell', async () => {
    const { page } = await visit('sandbox.html?locale=id');
    await waitForText(page, /AI menyelesaikan/);
    for (const width of [360, 768, 1024, 1280]) {
      await page.setViewport({ width, height: 800 });
      const cut = await page.$$eval('select[name]', (selects) =>
        selects.flatMap((select) => {
          const whole = select.cloneNode() as HTMLSelectElement;
          whole.append(select.selectedOptions[0]!.cloneNode(true));
          whole.style.cssText = 'position: absolute; inline-size: auto; max-inline-size: none';
          select.after(whole);
          const most = whole.getBoundingClientRect().width;
          whole.remove();
          return select.getBoundingClientRect().width < most - 0.5 ? [select.name] : [];
        }),
      );
      assert.deepEqual(cut, [], `${width} px`);
    }
    await page.close();
  });

  test("looks as the shell's second family does, where that is chosen", async () => {
    const { page, problems } = await visit('sandbox.html?locale=en');
    await waitForText(page, /AI solved/);
    await page.select('select[name=theme]', 'enterprise');
    const brand = (): Promise<string> => page.$eval('.product-mark', (mark) => getComputedStyle(mark).borderTopColor);
    assert.equal(await brand(), 'rgb(2, 152, 97)');
    assert.equal(new URL(page.url()).searchParams.get('theme'), 'enterprise');
    await page.select('select[name=theme]', 'light');
    assert.equal(await brand(), 'rgb(75, 97, 220)');
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('saves a picture under the strict rules', async () => {
    const folder = temporaryFolder();
    const context = await browser.createBrowserContext({ downloadBehavior: { policy: 'allow', downloadPath: folder.path } });
    const { page, problems } = await watchedPage(context);
    await page.goto(at('sandbox.html?locale=en'));
    await (await waitToSee(page, '>>> #share[aria-disabled="false"]')).click();
    await (await waitToSee(page, '>>> .ways button:nth-of-type(3)')).click();
    await waitForText(page, /The file ai-report-[\d-]+\.png is downloaded/);
    // A card's own, with a chart on it.
    await (await waitToSee(page, '>>> .save[aria-label$="over time"]')).click();
    const done = Date.now() + 10_000;
    const saved = (): string[] => readdirSync(folder.path).filter((name) => name.endsWith('.png'));
    while (saved().length < 2 && Date.now() < done) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(saved().length, 2);
    for (const name of saved()) {
      const bytes = readFileSync(`${folder.path}/${name}`);
      assert.deepEqual([...bytes.subarray(1, 4)].map((code) => String.fromCharCode(code)).join(''), 'PNG');
      assert.equal(bytes.readUInt32BE(16), 1440);
    }
    assert.deepEqual(problems, []);
    await context.close();
    folder.remove();
  });

  test('keeps the place while a slow answer travels', async () => {
    const { page } = await visit('sandbox.html?condition=slow&locale=en');
    await waitForText(page, /How we count|Loading|AI/);
    await page.waitForFunction(() => {
      const busy = (root: ParentNode): boolean =>
        [...root.querySelectorAll('*')].some(
          (element) => element.getAttribute('aria-busy') === 'true' || (element.shadowRoot !== null && busy(element.shadowRoot)),
        );
      return busy(document);
    });
    await page.close();
  });

  test('the gallery shows every story without a complaint, charts too', async () => {
    const { page, problems } = await visit('gallery.html?locale=en');
    const stories = await page.$$eval('.story', (found) => found.map(({ id }) => id));
    assert.ok(stories.length >= 8, `${stories.length} stories`);
    assert.equal(new Set(stories).size, stories.length);
    assert.deepEqual(await page.$$eval('.story-frame > :not(:defined)', (found) => found.map(({ localName }) => localName)), []);
    // Chart.js draws once someone points at a chart: the bundle has to hold the parts that it is made of.
    const drawn = await page.$$('.story >>> canvas');
    assert.ok(drawn.length > 0);
    for (const canvas of drawn) {
      await canvas.hover();
      await page.waitForFunction(
        (element) => element.width > 0 && element.getContext('2d')!.getImageData(0, 0, element.width, element.height).data.some(Boolean),
        {},
        canvas,
      );
    }
    // Some stories are what an integrator did wrong, and the console says so.
    assert.deepEqual(
      problems.filter((problem) => !problem.startsWith('IMPACT-')),
      [],
    );
    await page.close();
  });

  test('nothing of the simulator is in what the service serves as the report', () => {
    const scripts = scriptsOf('index.html');
    assert.ok(scripts.length > 0);
    for (const script of scripts) assert.doesNotMatch(readFileSync(`dist/demo/${script}`, 'utf8'), /\bmsw\b|createMocks|Toko Melati/, script);
    assert.ok(scriptsOf('sandbox.html').some((script) => readFileSync(`dist/demo/${script}`, 'utf8').includes('Toko Melati')));
  });

  test('a built page holds no inline script, style, handler or data address', () => {
    for (const file of readdirSync('dist/demo').filter((name) => name.endsWith('.html'))) {
      const html = readFileSync(`dist/demo/${file}`, 'utf8');
      assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|data:/, file);
    }
  });
});

/** The scripts that a page loads, those too that they import. */
function scriptsOf(page: string): string[] {
  const found = new Set<string>();
  const follow = (script: string): void => {
    if (found.has(script)) return;
    found.add(script);
    const source = readFileSync(`dist/demo/${script}`, 'utf8');
    for (const [, name] of source.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) follow(`assets/${name}`);
  };
  for (const [, script] of readFileSync(`dist/demo/${page}`, 'utf8').matchAll(/<script[^>]*\ssrc="\.\/([^"]+)"/g)) follow(script!);
  return [...found];
}
