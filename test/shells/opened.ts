// A shell in a browser, and what a test does with it.
import { DevelopmentOrganizations } from '@qontak/impact-contract';
import type { Browser, Frame, Page } from 'puppeteer-core';
import type { ShellServer } from '../../scripts/shells/server.ts';
import { chartsAreDrawn, installTools } from './tools.ts';
import { waitForText, watchedPage } from '../../scripts/demo-browser.ts';

export interface Shell {
  name: string;
  page: string;
  /** The card on its first page, whose code comes after it. */
  card: string;
  /** The report is in a page of its own. */
  framed?: true;
  /** Unmounting gives up figures that no other card of the page shows: each return asks for them. */
  asksAtReturn: boolean;
}

export const SHELLS: readonly Shell[] = [
  { name: 'Vue', page: 'vue.html', card: 'hero', asksAtReturn: false },
  { name: 'React', page: 'react.html', card: 'turns', asksAtReturn: false },
  { name: 'single-spa', page: 'single-spa.html', card: 'turns', asksAtReturn: true },
  { name: 'plain', page: 'plain/index.html', card: 'hero', asksAtReturn: false },
  { name: 'iframe', page: 'iframe.html', card: 'turns', framed: true, asksAtReturn: true },
];

export class Opened {
  readonly shell: Shell;
  readonly server: ShellServer;
  readonly page: Page;
  /** What should not happen. */
  readonly problems: string[];

  private constructor(shell: Shell, server: ShellServer, { page, problems }: { page: Page; problems: string[] }) {
    this.shell = shell;
    this.server = server;
    this.page = page;
    this.problems = problems;
  }

  static async at(browser: Browser, server: ShellServer, shell: Shell, path: string): Promise<Opened> {
    const watched = await watchedPage(browser);
    await watched.page.setViewport({ width: 1280, height: 3000 });
    await watched.page.evaluateOnNewDocument(installTools);
    const opened = new Opened(shell, server, watched);
    await watched.page.goto(`${server.url}${shell.page}#${path}`);
    await watched.page.waitForSelector('select[name=organization] option');
    return opened;
  }

  /** By the shell's own navigation. */
  async go(path: string): Promise<void> {
    await this.page.click(`nav a[href="#${path}"]`);
  }

  /** Where the report, or a card, is. */
  async place(element = 'report'): Promise<Frame> {
    if (this.shell.framed !== true) return this.page.mainFrame();
    const frame = await (await this.page.waitForSelector(`iframe[name=${element}]`))!.contentFrame();
    await frame!.waitForSelector(`qontak-impact-${element}`);
    return frame!;
  }

  async says(text: string | RegExp): Promise<string> {
    return waitForText(await this.place(), text);
  }

  /** The report in English for an admin, with everything in it: figures, charts, and what can be changed, which is asked for by itself. */
  async whole(): Promise<Frame> {
    for (const text of [/AI solved \d+/, 'Change figures', 'Change working hours', 'Point at a path', 'How customers felt']) await this.says(text);
    const place = await this.place();
    await place.waitForFunction(chartsAreDrawn);
    return place;
  }

  /** By the shell's own button: signs out, or in again. */
  async turnSession(): Promise<void> {
    await this.page.click('button[name=session]');
  }

  /** Those that one can sign in to, in their order. */
  async organizations(): Promise<DevelopmentOrganizations> {
    return DevelopmentOrganizations.parse(await (await fetch(`${this.server.url}dev/organizations`)).json());
  }

  /** Waits for something that is seen from outside of the page. */
  async until(condition: () => boolean, what: string): Promise<void> {
    const last = performance.now() + 20_000;
    while (!condition()) {
      if (performance.now() > last) throw new Error(`It took too long: ${what}.`);
      await this.page.evaluate(() => tools.frame());
    }
  }

  /** How often the service was asked for something since `then`. */
  askedFor(path: string, then = 0): number {
    return this.server.asked.slice(then).filter((one) => one.endsWith(path)).length;
  }
}
