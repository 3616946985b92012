// "Print one page", as the browser's own printing makes it: one sheet, on the paper of an Indonesian office as on A4, with everything on it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import type { Browser, PDFOptions } from 'puppeteer-core';
import { preview, type PreviewServer } from 'vite';
import { launch, shownText, waitForText, waitToSee, type Watched, watchedPage } from '../scripts/demo-browser.ts';
import { isFirefox, showAs } from './firefox-window.ts';

const PAPERS = {
  A4: { format: 'A4' },
  // Folio, as it is sold in Indonesia.
  F4: { width: '215mm', height: '330mm' },
} as const satisfies Record<string, PDFOptions>;
/** A month, days that are not final, hardly any chats, none that AI answered. */
const SHOWN = ['locale=id', 'locale=en&period=P30D', 'locale=id&condition=counts', 'locale=en&condition=empty'];

let server: PreviewServer;
let browser: Browser;

interface Printed {
  pages: number;
  text: string;
  problems: string[];
}

/** What comes out of the printer. The page is told that it was printed only once it has been. */
async function print(query: string, paper: PDFOptions): Promise<Printed> {
  const { page, problems } = await watchedPage(browser);
  await page.evaluateOnNewDocument(() => (window.print = () => {}));
  await page.goto(new URL(`sandbox.html?${query}`, server.resolvedUrls!.local[0]).href);
  await waitForText(page, /(Bagikan ke atasan|Share with your boss)/);
  await (await waitToSee(page, '>>> #share[aria-disabled="false"]')).click();
  const button = await waitToSee(page, '>>> .ways button:nth-of-type(4)');
  await button.click();
  const text = await shownPaper(page);
  const pdf = await page.pdf({ ...paper, preferCSSPageSize: true, printBackground: false });
  await page.close();
  return { pages: pagesOf(Buffer.from(pdf)), text, problems };
}

/** Chromium writes its pages down as they are, Firefox packs them. */
function pagesOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const packed = [...text.matchAll(/\/ObjStm\b[^]*?stream\r?\n/g)].map(({ 0: { length }, index }) =>
    inflateSync(pdf.subarray(index + length)).toString('latin1'),
  );
  return [text, ...packed].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

async function shownPaper(page: Watched['page']): Promise<string> {
  await page.waitForSelector('[data-impact-paper]');
  await emulatePrint(page, true);
  const text = await shownText(page, '[data-impact-paper]');
  await emulatePrint(page, false);
  return text;
}

async function emulatePrint(page: Watched['page'], on: boolean): Promise<void> {
  if (await isFirefox(browser)) await showAs(page, on ? 'print' : 'screen');
  else await page.emulateMediaType(on ? 'print' : undefined);
}

describe('the printed page', () => {
  before(
    async () => {
      server = await preview({ mode: 'demo', preview: { port: 0, host: '127.0.0.1' }, logLevel: 'warn' });
      browser = await launch();
    },
    { timeout: 60_000 },
  );

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const [paper, size] of Object.entries(PAPERS)) {
    test(`is one sheet of ${paper}, whatever there is to say`, async () => {
      for (const shown of SHOWN) {
        const { pages, text, problems } = await print(shown, size);
        assert.equal(pages, 1, shown);
        assert.match(text, shown.startsWith('locale=id') ? /Cara kami menghitung Kami hanya menghitung chat/ : /How we count We count chats/);
        assert.deepEqual(problems, []);
      }
    });
  }
});
