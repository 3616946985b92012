// The build in parts on a strict page whose import map says what each part has to be.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { REPOSITORY } from '../scripts/build/entries.ts';
import { launch, waitForText, waitToSee, type Watched, watchedPage } from '../scripts/demo-browser.ts';
import { type Host, serveHost, STRICT } from './hosts/serve.ts';
import { built, DIST } from '../scripts/build/built.ts';

const PAGE = `
  import { mount } from '@qontak/impact-report';
  import { token } from '/identity.js';
  window.mounted = [mount('#first', { src: location.origin, locale: 'en', tokenProvider: () => token })];`;

const ENTRY = '/first/impact.js';
const wrong = `sha384-${createHash('sha384').update('another').digest('base64')}`;

let host: Host;
let browser: Browser;

/** By address. */
function hashes(): Record<string, string> {
  const sri = JSON.parse(readFileSync(join(DIST, 'cdn', REPOSITORY.version, 'sri.json'), 'utf8')) as Record<string, string>;
  const parts = Object.entries(sri).filter(([file]) => file.startsWith('split/'));
  return Object.fromEntries(parts.map(([file, hash]) => [file === 'split/index.js' ? ENTRY : file.replace('split/', '/first/'), hash]));
}

async function visit(integrity: Record<string, string>): Promise<Watched> {
  const map = JSON.stringify({ imports: { '@qontak/impact-report': ENTRY }, integrity });
  const hash = createHash('sha256').update(map).digest('base64');
  host.seen = [];
  host.policy = STRICT.replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`);
  host.files['/mapped.js'] = ['text/javascript', PAGE];
  host.files['/mapped'] = [
    'text/html',
    `<!doctype html><html lang="en"><link rel="icon" href="/icon.svg"><script type="importmap">${map}</script><main id="first"></main><script type="module" src="/mapped.js"></script></html>`,
  ];
  const watched = await watchedPage(browser);
  await watched.page.goto(`${host.origin}/mapped`);
  return watched;
}

/** Chart.js and what it draws with, loaded when someone points at a chart. */
const chartParts = (): string => Object.keys(hashes()).find((part) => part.includes('/chart-parts-'))!;

/** The first picture, once the pointer is over it. */
async function pointAtTrend(page: Page): Promise<void> {
  await (await waitToSee(page, '>>> .first svg')).hover();
}

const loaded = (): string[] => host.seen.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/first/'));

describe('an import map with hashes', () => {
  before(
    async () => {
      await built();
      host = await serveHost('in parts');
      browser = await launch();
    },
    { timeout: 120_000 },
  );
  after(async () => {
    await browser?.close();
    await host?.close();
  });

  test('of sri.json: the report stands, and each part that was loaded has one', async () => {
    const { page, problems } = await visit(hashes());
    await waitForText(page, 'How we count', '#first > *');
    assert.ok(!loaded().includes(chartParts()), 'nobody has pointed at a chart yet');
    await pointAtTrend(page);
    await page.waitForSelector('>>> .first svg', { hidden: true });
    assert.ok(loaded().includes(chartParts()));
    assert.deepEqual(problems, []);
    assert.ok(loaded().length > 10);
    assert.deepEqual(
      loaded().filter((path) => !(path in hashes())),
      [],
    );
    await page.close();
  });

  test('of which that of a late part is another: that does not run, and the first picture stays', async () => {
    const { page } = await visit({ ...hashes(), [chartParts()]: wrong });
    const said = new Promise((resolve) => page.on('console', (message) => /^IMPACT-025 .*chart of/.test(message.text()) && resolve(null)));
    await pointAtTrend(page);
    await said;
    assert.ok(await page.$('>>> .first svg'));
    await page.close();
  });

  test('of which that of the first part is another: nothing of ours runs', async () => {
    const { page } = await visit({ ...hashes(), [ENTRY]: wrong });
    assert.ok(loaded().includes(ENTRY));
    assert.deepEqual(await page.evaluate(() => [typeof window.mounted, customElements.get('qontak-impact-report') === undefined]), ['undefined', true]);
    await page.close();
  });
});
