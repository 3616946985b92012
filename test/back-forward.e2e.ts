// A reader leaves for another page of the site and comes back: the browser shows the page that it kept, on which somebody else may be now.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { built } from '../scripts/build/built.ts';
import { launch, waitForText, watchedPage } from '../scripts/demo-browser.ts';
import { SANDBOX_PROFILES } from '#mocks';
import { mintToken } from '#mocks/token';
import { type Host, serveHost } from './hosts/serve.ts';

/** The page asks each time who is signed in, and notes what stands on it when it is left and when it is shown again. */
const PAGE = `
  import { mount } from '/first/impact.js';
  globalThis.figure = () => document.querySelector('qontak-impact-report').shadowRoot.querySelector('qontak-impact-hero').shadowRoot.querySelector('[part~="value"]')?.textContent ?? null;
  globalThis.noted = [];
  // Before the library hears of the return, and after it has heard that the page is left.
  addEventListener('pageshow', ({ persisted }) => noted.push({ at: 'return', persisted, figure: figure() }));
  // A browser that goes back takes an answer that it has, unless it may not keep it.
  const tokenProvider = async () => (await fetch('/who', { cache: 'no-store' })).text();
  mount('main', { src: location.origin, locale: 'en', tokenProvider });
  addEventListener('pagehide', ({ persisted }) => noted.push({ at: 'leaving', persisted, figure: figure() }));`;

const page = (body: string): [string, string] => ['text/html', `<!doctype html><html lang="en"><link rel="icon" href="/icon.svg">${body}</html>`];

/**
 * Firefox keeps the page. The Chromium of the tests has no window and keeps none (it says `BackForwardCacheDisabledForDelegate`): there it is
 * loaded again, and the same has to hold.
 */
const KEEPS = Boolean(process.env.FIREFOX_PATH);

let host: Host;
let browser: Browser;

/** Signs in to one of the organizations. */
function signIn(nth: number): string {
  const { token } = mintToken({ org_id: SANDBOX_PROFILES[nth]!.organization.id, role: 'admin' }, new Date());
  host.files['/who'] = ['text/plain', token];
  return token;
}

describe('back and forward', () => {
  before(
    async () => {
      await built();
      host = await serveHost();
      host.files['/report.js'] = ['text/javascript', PAGE];
      host.files['/report'] = page('<main></main><script type="module" src="/report.js"></script>');
      host.files['/elsewhere'] = page('<p>Elsewhere</p>');
      browser = await launch();
    },
    { timeout: 120_000 },
  );
  after(async () => {
    await browser?.close();
    await host?.close();
  });

  test('bring back no figure and no token of who was there, but those of who is signed in now', async () => {
    const { page, problems } = await watchedPage(browser);
    signIn(0);
    await page.goto(`${host.origin}/report`);
    await waitForText(page, 'How we count');
    // No browser keeps a page that still waits for an answer.
    await page.waitForNetworkIdle();
    assert.notEqual(await page.evaluate('figure()'), null);
    await page.goto(`${host.origin}/elsewhere`);
    const token = signIn(1);
    host.seen = [];
    // Not goBack(), which waits for a page to load.
    await page.evaluate('setTimeout(() => history.back())');
    await page.waitForFunction("location.pathname === '/report' && globalThis.noted?.at(-1)?.at === 'return'", { timeout: 20_000 });
    const before = (
      KEEPS
        ? [
            [false, 'return'],
            [true, 'leaving'],
            [true, 'return'],
          ]
        : [[false, 'return']]
    ).map(([persisted, at]) => ({ at, persisted, figure: null }));
    assert.deepEqual(await page.evaluate('noted'), before);
    await page.waitForFunction('figure() !== null', { timeout: 20_000 });
    const asked = host.seen.filter(({ url }) => new URL(url).pathname.startsWith('/v1/'));
    assert.ok(asked.length > 0);
    assert.deepEqual([...new Set(asked.map(({ headers }) => headers.authorization))], [`Bearer ${token}`]);
    assert.deepEqual(problems, []);
    await page.close();
  });
});
