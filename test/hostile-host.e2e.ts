// What is shipped, under a strict policy, before texts that an attacker wrote; and what it leaves in its page: no token, no names but these.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Chat, ChatPage } from '@qontak/impact-contract';
import type { Browser, Page } from 'puppeteer-core';
import type { Fetcher } from '#data';
import { launch, waitForText, waitToSee, watchedPage } from '../scripts/demo-browser.ts';
import { CORPUS, MARK, MARKUP } from './hostile/corpus.ts';
import { inTurn, poisoning } from './hostile/poison.ts';
import { formulasIn } from './hostile/table.ts';
import { type Build, type Host, serveHost } from './hosts/serve.ts';
import { built } from '../scripts/build/built.ts';

let browser: Browser;
before(
  async () => {
    await built();
    browser = await launch();
  },
  { timeout: 120_000 },
);
after(() => browser?.close());

for (const build of ['one file', 'in parts', 'for bundlers'] as const satisfies Build[]) {
  describe(`the library ${build}, before hostile texts,`, () => {
    let host: Host;
    let page: Page;
    let problems: string[];
    let said: string[];
    let tables: string[];
    /** Of the chats that were sent, in their order. */
    let topics: (string | null)[];
    const written = new Set<string>();

    before(
      async () => {
        host = await serveHost(build);
        const next = inTurn(CORPUS);
        const write = (): string => {
          const text = next();
          written.add(text);
          return text;
        };
        host.service = telling(poisoning(host.service, write), (page) => (topics = page.map(({ topic }) => topic)));
        said = [];
        ({ page, problems } = await watchedPage(browser));
        page.on('console', (message) => said.push(message.text()));
        await page.evaluateOnNewDocument(() => (window.namesBefore = Reflect.ownKeys(window)));
        await page.goto(host.origin);
        await waitForText(page, 'How we count', '#first > *');
        await waitForText(page, 'Cara kami menghitung', '#second > *');
        await openChats(page);
        tables = await page.evaluate(exported);
      },
      { timeout: 60_000 },
    );
    after(() => host?.close());

    test('runs none, makes no element of one, and its policy is never broken', async () => {
      assert.deepEqual([...written].toSorted(), CORPUS.toSorted());
      assert.equal(await page.evaluate(() => 'ran' in globalThis), false, 'a text was run');
      for (const made of [`[${MARK}]`, 'iframe', 'script:not([src])', 'a[href^="javascript:" i]'])
        assert.deepEqual(await page.$$eval(`>>> ${made}`, (elements) => elements.map(({ outerHTML }) => outerHTML)), [], 'a text became markup');
      assert.deepEqual(problems, []);
    });

    test('shows each in the row of its chat as the text that it is', async () => {
      const rows = await page.$$eval('>>> dialog[open] [part="row"]', (shown) => shown.map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ')));
      assert.equal(rows.length, topics.length);
      const told = rows.map((row, i) => ({ row, topic: topics[i]! })).filter(({ topic }) => MARKUP.includes(topic));
      assert.deepEqual(new Set(told.map(({ topic }) => topic)), new Set(MARKUP));
      for (const { row, topic } of told) assert.ok(row.includes(topic), `${row} does not show ${topic}`);
    });

    test('exports no formula', () => {
      assert.equal(tables.length, 2);
      for (const table of tables) assert.deepEqual(formulasIn(table), []);
    });

    test('sends its token in one header alone, and it stands nowhere else', async () => {
      const sent = host.seen.filter(({ headers }) => headers.authorization !== undefined);
      assert.ok(sent.length >= 2);
      for (const { headers } of sent)
        assert.deepEqual([headers.authorization, headers.referer, headers.cookie], [`Bearer ${host.token}`, undefined, undefined]);
      const requests = host.seen.map(({ url, headers }) => JSON.stringify([url, { ...headers, authorization: undefined }]));
      const { stored, traces } = await page.evaluate(left);
      assert.deepEqual(stored, []);
      assert.ok(traces.some((trace) => trace.includes('impact-ready')));
      // Each part of a JWT by itself, too.
      for (const part of [host.token, ...host.token.split('.').filter((text) => text.length > 20)])
        for (const trace of [...requests, ...said, ...tables, ...traces, page.url()]) assert.ok(!trace.includes(part), trace.slice(0, 300));
    });

    test('adds no global but what says which Lit runs, the settings of zod, and its policy', async () => {
      const added = await page.evaluate(() =>
        Reflect.ownKeys(window)
          .filter((name) => !window.namesBefore.includes(name))
          .map(String),
      );
      // What the page itself and the browser's driver left for this test.
      const ofTest = /^(namesBefore|heard|impact|mounted|(puppeteer_)?__aria\w+)$/;
      assert.deepEqual(added.filter((name) => !ofTest.test(name)).toSorted(), [
        'Symbol(qontak-impact.policy)',
        '__zod_globalConfig',
        'litElementVersions',
        'litHtmlVersions',
        'litPropertyMetadata',
        'reactiveElementVersions',
      ]);
    });
  });
}

/** Hears of the chats of each list that the service sends. */
function telling(fetcher: Fetcher, tell: (chats: Chat[]) => void): Fetcher {
  return async (url, init) => {
    const response = await fetcher(url, init);
    if (url.pathname.endsWith('/chats') && response.ok) tell(((await response.clone().json()) as ChatPage).data);
    return response;
  };
}

/** By the first number that stands, whether the code of the list has come or not. */
async function openChats(page: Page): Promise<void> {
  await (await waitToSee(page, '>>> [part~="chats-button"]')).click();
  await waitToSee(page, '>>> dialog[open] [part="row"]');
}

/** Runs in the page. The tables that the reports would save. */
async function exported(): Promise<string[]> {
  const files: Blob[] = [];
  URL.createObjectURL = (file) => (files.push(file as Blob), 'blob:nowhere');
  HTMLAnchorElement.prototype.click = () => undefined;
  for (const { element } of window.mounted) await element.exportCsv({ delimiter: ',' });
  return Promise.all(files.map((file) => file.text()));
}

/** Runs in the page. What it has stored, and whatever of it can be read. */
async function left(): Promise<{ stored: string[]; traces: string[] }> {
  const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : roots(shadowRoot))),
  ];
  const stored = [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(document.cookie === '' ? [] : [document.cookie])];
  stored.push(...(await caches.keys()), ...(await indexedDB.databases()).map(({ name }) => name!));
  const traces = roots(document).flatMap((root) => [root instanceof Document ? root.documentElement.outerHTML : root.innerHTML, root.textContent ?? '']);
  traces.push(JSON.stringify(window.heard), document.referrer, JSON.stringify(history.state), ...performance.getEntries().map(({ name }) => name));
  for (const name of Object.keys(window)) {
    const value = (window as never as Record<string, unknown>)[name];
    if (typeof value === 'string') traces.push(value);
  }
  return { stored, traces };
}

declare global {
  interface Window {
    namesBefore: (string | symbol)[];
  }
}
