import puppeteer, { type Browser, type BrowserContext, type ElementHandle, type Frame, type LaunchOptions, type Page } from 'puppeteer-core';
import { chromium } from './chromium.ts';

/** Chromium; FIREFOX_PATH names a Firefox to use instead. */
export async function launch(): Promise<Browser> {
  const firefox = process.env.FIREFOX_PATH;
  return puppeteer.launch(firefox ? firefoxAt(firefox) : await chromium());
}

/** One that collects garbage and tells of its memory when it is asked: see test/shells/leaks-in-firefox.ts. */
const firefoxAt = (executablePath: string): LaunchOptions => ({
  browser: 'firefox',
  executablePath,
  headless: true,
  args: ['--remote-allow-system-access'],
  extraPrefsFirefox: { 'dom.testing.testutils.enabled': true },
});

/** A page that remembers everything that should not happen. */
export interface Watched {
  page: Page;
  /** Errors in the console, uncaught errors, broken content security rules. */
  problems: string[];
}

export async function watchedPage(browser: Browser | BrowserContext): Promise<Watched> {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  await page.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      console.error(`content security policy: ${effectiveDirective} ${blockedURI} ${sample}`),
    );
  });
  return { page, problems };
}

/** What a reader sees of an element, shadow roots included. */
export const shownText = (page: Page | Frame, selector = 'qontak-impact-report'): Promise<string> => page.evaluate(textOf, selector);

/**
 * Waits for something to be seen, also in shadow roots (`>>> button`). Unless it is to be visible, puppeteer looks again only when the
 * document changes, and what changes in a shadow root is no change of the document.
 */
export async function waitToSee(page: Page | Frame, selector: string): Promise<ElementHandle> {
  return (await page.waitForSelector(selector, { visible: true, timeout: 20_000 }))!;
}

/** Waits until an element shows the text, or, with a pattern, something that fits. Fails with what it shows instead. */
export async function waitForText(page: Page | Frame, wanted: string | RegExp, selector = 'qontak-impact-report'): Promise<string> {
  const reader = `(${textOf.toString()})(${JSON.stringify(selector)})`;
  const shows = typeof wanted === 'string' ? `${reader}.includes(${JSON.stringify(wanted)})` : `${String(wanted)}.test(${reader})`;
  try {
    await page.waitForFunction(shows, { timeout: 20_000 });
  } catch (cause) {
    throw new Error(`Could not find ${String(wanted)} in ${selector}. The page shows: ${await shownText(page, selector)}`, { cause });
  }
  return shownText(page, selector);
}

/** Runs in the page. Text of what is rendered, with single spaces. */
function textOf(selector: string): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof Element && (['STYLE', 'SCRIPT'].includes(node.tagName) || getComputedStyle(node).display === 'none')) return '';
    const children = node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : ((node as Element).shadowRoot ?? node).childNodes;
    return [...children].map(read).join(' ');
  };
  const element = document.querySelector(selector);
  return element === null ? '' : read(element).replace(/\s+/g, ' ').trim();
}
