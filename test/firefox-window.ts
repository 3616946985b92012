// The driver's way to Firefox itself, for what a page is not told; puppeteer has no words for it.
import type { Browser, Page } from 'puppeteer-core';

interface Session {
  send(method: string, params: object): Promise<{ result: { contexts: { context: string }[]; result: { value: string } } }>;
}

interface Context {
  userContext: { browser: { session: Session } };
}

export const isFirefox = async (browser: Browser): Promise<boolean> => (await browser.version()).toLowerCase().startsWith('firefox');

/** Runs a function in Firefox's own window, with what JSON can say of `given`. */
export async function inFirefoxWindow<Given>(page: Page, run: (given: Given) => string | Promise<string>, given: Given): Promise<string> {
  const { session } = (page.mainFrame() as unknown as { browsingContext: Context }).browsingContext.userContext.browser;
  const { result } = await session.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const target = { context: result.contexts[0]!.context };
  const told = await session.send('script.evaluate', { target, awaitPromise: true, expression: `(${run.toString()})(${JSON.stringify(given)})` });
  return told.result.result.value;
}

/** Shows a page as it is on paper, or on a screen again. */
export const showAs = async (page: Page, medium: 'print' | 'screen'): Promise<void> =>
  void (await inFirefoxWindow(page, overrideMedium, { address: page.url(), medium }));

/** Runs in Firefox's own window. */
function overrideMedium({ address, medium }: { address: string; medium: string }): string {
  interface Tab {
    currentURI: { spec: string };
    browsingContext: { mediumOverride: string };
  }
  const { gBrowser } = globalThis as unknown as { gBrowser: { browsers: Tab[] } };
  gBrowser.browsers.find(({ currentURI }) => currentURI.spec === address)!.browsingContext.mediumOverride = medium;
  return medium;
}
