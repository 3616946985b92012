// What happens to a report in a shell. Each is one test in every shell in which it can happen.
import assert from 'node:assert/strict';
import type { ImpactReport } from '@qontak/impact-contract';
import { OTHER_VERSION } from '../../scripts/shells/server.ts';
import { shownText, waitForText, waitToSee } from '../../scripts/demo-browser.ts';
import { moveFrame, moveReport } from './moves.ts';
import type { Opened } from './opened.ts';
import { signOutAndIn } from './sign-out.ts';
import { cornersSeen, differenceOf, isGone, ownLibraries, redPixelsOf, sharedTags, solved, watchFor } from './in-page.ts';
import { changesIn, stylesOf } from './styles.ts';
import { chartsAreDrawn } from './tools.ts';

export interface Situation {
  name: string;
  /** Where the shell is opened. */
  at: '/' | '/report' | '/inbox';
  happens: (opened: Opened) => Promise<void>;
  /** Shells in which it cannot happen, and why. */
  not?: Readonly<Record<string, string>>;
}

export const SITUATIONS: readonly Situation[] = [
  {
    name: 'the report stands, follows language and theme of the page, and asks once',
    at: '/report',
    happens: async (opened) => {
      const { page, server } = opened;
      const place = await opened.whole();
      const then = server.asked.length;
      const ground = () => place.$eval('>>> .card', (card) => getComputedStyle(card).backgroundColor);
      assert.equal(await ground(), 'rgb(255, 255, 255)');
      await page.select('select[name=theme]', 'dark');
      await place.waitForSelector('html[data-theme=dark]');
      assert.equal(await ground(), 'rgb(29, 33, 37)');
      await page.select('select[name=locale]', 'id');
      await opened.says(/AI menyelesaikan sendiri \d+/);
      assert.deepEqual(server.asked.slice(then), []);
    },
  },
  {
    name: 'another organization: nothing of the one before is shown',
    at: '/report',
    happens: async (opened) => {
      const { page, shell } = opened;
      const place = await opened.whole();
      const before = solved(await shownText(place));
      const [, other] = await opened.organizations();
      // A message to another page takes its time; from the first frame without them the old figures are gone for good.
      await place.evaluate(watchFor, before, shell.framed === true ? ('once gone' as const) : ('at change' as const));
      await page.select('select[name=organization]', other!.id);
      await place.waitForFunction(isGone, {}, before);
      const after = solved(await opened.says(/AI solved \d+/));
      assert.notEqual(after, before);
      assert.equal(await place.evaluate(() => tools.seen), 0);

      await opened.go('/inbox');
      await page.select('select[name=organization]', (await opened.organizations())[0]!.id);
      await opened.go('/report');
      await opened.says(before);
      assert.doesNotMatch(await shownText(await opened.place()), new RegExp(after));
    },
  },
  {
    name: 'a token that runs out in the middle is renewed once, and nobody notices',
    at: '/report',
    happens: async (opened) => {
      const { server } = opened;
      const place = await opened.whole();
      const before = solved(await shownText(place));
      server.expireTokens();
      const then = server.asked.length;
      await place.select('>>> select[name=period]', 'last_7');
      await place.waitForFunction(isGone, {}, before);
      await opened.says(/AI solved \d+/);
      assert.equal(opened.askedFor('/dev/token', then), 1);
      assert.equal(await place.$('>>> [part=error]'), null);
      // Chromium writes down every refusal by itself.
      const others = opened.problems.filter((problem) => !problem.includes('status of 401'));
      opened.problems.splice(0, Infinity, ...others);
    },
  },
  {
    name: 'another version on the page has elements and words of its own',
    at: '/report',
    happens: async (opened) => {
      const place = await opened.whole();
      const report = await reportOf(opened);
      const first = await shownText(place);
      await place.evaluate(
        async (url, data) => {
          const other = (await import(url)) as typeof import('#embed');
          document.body.append(Object.assign(document.createElement('section'), { id: 'other' }));
          await other.mount('#other', { data, locale: 'id' }).ready;
        },
        new URL(OTHER_VERSION, opened.server.url).href,
        report,
      );
      await waitForText(place, /AI menyelesaikan sendiri \d+/, '#other > *');
      await waitForText(place, 'Cara kami menghitung', '#other > *');
      assert.equal(await place.$eval('#other > *', ({ localName }) => localName), 'qontak-impact-report-v9-9-9');
      assert.deepEqual(await place.evaluate(sharedTags), []);
      assert.equal(differenceOf(first, await shownText(place)), null);
    },
  },
  {
    name: 'a card that stands before its code takes its settings when it comes',
    at: '/',
    happens: async (opened) => {
      const tag = `qontak-impact-${opened.shell.card}`;
      const place = await opened.place(opened.shell.card);
      await waitForText(place, /\bAI\b/, tag);
      await place.waitForFunction((name) => document.querySelector(name)!.shadowRoot!.querySelector('[aria-busy=true]') === null, {}, tag);
      assert.equal(await place.$eval(tag, (card) => card.shadowRoot!.querySelector('[part=error]')), null);
      const late = await place.evaluate(() => tools.late);
      assert.ok(late.includes(tag), `${tag} was no late one, only ${late.join()}`);
    },
  },
  {
    name: 'moved within the page it stays as it is',
    at: '/report',
    happens: moveReport,
  },
  {
    name: 'its frame moved within the page stands again, and moved at once it stays as it is',
    at: '/report',
    happens: moveFrame,
    not: Object.fromEntries(['Vue', 'React', 'single-spa', 'plain'].map((name) => [name, 'there is no frame'])),
  },
  {
    name: 'signing out leaves nothing of who was there, and who signs in next sees only their own',
    at: '/',
    happens: signOutAndIn,
  },
  {
    name: 'rules of the page that mean everything change nothing in it',
    at: '/report',
    happens: async (opened) => {
      const place = await opened.whole();
      const before = await place.evaluate(stylesOf);
      assert.ok(before.length > 300, `${before.length} elements`);
      await place.evaluate(async (href) => {
        const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
        const loaded = new Promise((done) => link.addEventListener('load', done));
        document.head.append(link);
        await loaded;
        await tools.frame();
      }, `${opened.server.url}hostile.css`);
      assert.equal(await place.$eval('qontak-impact-report', (report) => getComputedStyle(report).textTransform), 'uppercase');
      assert.deepEqual(changesIn(before, await place.evaluate(stylesOf)), []);
      const { over } = await place.$eval('qontak-impact-report', ({ scrollWidth, clientWidth }) => ({ over: scrollWidth - clientWidth }));
      assert.ok(over <= 0, `${over} px stand out`);
      // What cuts off and transforms all of the page has no hold on a dialog.
      await (await waitToSee(place, 'qontak-impact-report >>> [part~="chats-button"]')).click();
      await waitToSee(place, 'qontak-impact-report >>> dialog[open] [part="row"]');
      assert.deepEqual(await place.$eval('qontak-impact-report >>> dialog[open]', cornersSeen), [true, true, true, true]);
    },
  },
  {
    name: "typing in it presses none of the shell's hotkeys, which work outside",
    at: '/report',
    happens: async (opened) => {
      const { page } = opened;
      const place = await opened.whole();
      await (await waitToSee(place, '>>> #change')).click();
      await (await waitToSee(place, '>>> input[name=minutes_per_chat]')).click();
      await page.keyboard.type('s/7');
      assert.match(await place.$eval('>>> input[name=minutes_per_chat]', (field) => (field as HTMLInputElement).value), /s\/7$/);
      const focused = () => page.evaluate(() => document.activeElement!.getAttribute('name'));
      assert.notEqual(await focused(), 'search');
      await page.focus('nav a');
      await page.keyboard.press('s');
      assert.equal(await focused(), 'search');
    },
  },
  {
    name: "the shell's own chart, zod and query client stay its own",
    at: '/',
    happens: async (opened) => {
      const { page } = opened;
      const before = await page.evaluate(ownLibraries);
      assert.ok((await page.$eval('main canvas', redPixelsOf)) > 0, "the shell's chart is drawn as it says");
      await opened.go('/report');
      const place = await opened.whole();
      await place.waitForFunction(chartsAreDrawn);
      for (const canvas of await place.$$('qontak-impact-report >>> canvas')) assert.equal(await canvas.evaluate(redPixelsOf), 0);
      await opened.go('/');
      await page.waitForSelector('main canvas');
      assert.deepEqual(await page.evaluate(ownLibraries), before);
    },
  },
];

async function reportOf(opened: Opened): Promise<ImpactReport> {
  const { url } = opened.server;
  const [first] = await opened.organizations();
  const { token } = (await (await fetch(`${url}dev/token?role=admin&organization=${first!.id}`)).json()) as { token: string };
  return (await (await fetch(`${url}v1/impact-report`, { headers: { authorization: `Bearer ${token}` } })).json()) as ImpactReport;
}
