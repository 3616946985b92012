// Every text of the contract can be an attacker's: any WhatsApp customer can write one. None is run, none becomes markup, none turns the
// writing direction of what stands beside it, none becomes a formula; and the token is nowhere but in its header.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import { mount, type Mounted } from '#embed';
import type { Fetcher } from '#data';
import { createFetcher } from '#mocks/fetcher';
import { createMocks } from '#mocks/handlers';
import { SANDBOX_PROFILES } from '#mocks';
import { mintToken } from '#mocks/token';
import { readIn } from '#test/fake-service';
import { CORPUS, MARK } from './hostile/corpus.ts';
import { inTurn, poisoning } from './hostile/poison.ts';
import { formulasIn } from './hostile/table.ts';

const ORIGIN = 'https://metrics.example.id';
const service = createFetcher(createMocks()) as Fetcher;
const { token } = mintToken({ org_id: SANDBOX_PROFILES[0]!.organization.id, role: 'admin' }, new Date());

/** What left the page, and what it said about itself. */
let traces: string[] = [];
let files: Blob[] = [];
let troubles: string[] = [];
const undo: (() => void)[] = [];

function replace<T extends object, K extends keyof T>(object: T, name: K, value: T[K]): void {
  const before = object[name];
  object[name] = value;
  undo.push(() => (object[name] = before));
}

beforeEach(() => {
  [traces, files, troubles] = [[], [], []];
  delete (globalThis as { ran?: unknown }).ran;
  const tell = (event: Event): void => void traces.push(JSON.stringify([event.type, (event as CustomEvent).detail]));
  for (const kind of ['ready', 'error', 'auth-required', 'export', 'open-chats', 'navigate', 'period-change']) {
    document.addEventListener(`impact-${kind}`, tell);
    undo.push(() => document.removeEventListener(`impact-${kind}`, tell));
  }
  const trouble = (event: ErrorEvent | PromiseRejectionEvent): void => void troubles.push(String('reason' in event ? event.reason : event.message));
  addEventListener('error', trouble);
  addEventListener('unhandledrejection', trouble);
  undo.push(() => removeEventListener('error', trouble));
  undo.push(() => removeEventListener('unhandledrejection', trouble));
  for (const level of ['log', 'info', 'warn', 'error'] as const) replace(console, level, (...said: unknown[]) => void traces.push(said.map(String).join(' ')));
  replace(globalThis, 'print', () => undefined);
  replace(globalThis, 'open', (url) => (traces.push(String(url)), null));
  replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
    traces.push(this.href);
  });
  replace(URL, 'createObjectURL', (file) => (files.push(file as Blob), 'blob:nowhere'));
});
afterEach(() => undo.splice(0).forEach((back) => back()));

/** A reader who looks at everything. */
async function readerOf(fetcher: Fetcher): Promise<Mounted> {
  const mounted = mount(await fixture<HTMLElement>(html`<main></main>`), { src: ORIGIN, locale: 'en', tokenProvider: () => token, fetcher });
  const { element } = mounted;
  await mounted.ready;
  await until(() => readIn(element).includes('How we count') && find(element, '#share[aria-disabled="false"]').length > 0, 'everything stands');
  click(element, '#share');
  await until(() => find(element, '.ways button').length > 0, 'the ways are offered');
  for (const way of find(element, '.ways button')) (way as HTMLElement).click();
  await until(() => table() !== undefined, 'there is a table');
  click(element, '[part~="chats-button"]');
  await until(() => find(element, '[part="row"]').length > 0, 'the chats are listed');
  return mounted;
}

async function until(condition: () => boolean, what: string): Promise<void> {
  try {
    await waitUntil(condition, what, { timeout: 8000 });
  } catch {
    throw new Error(`It never happens that ${what}. The page says: ${[...troubles, ...traces].join(' | ').slice(0, 2000)}`);
  }
}

const table = (): Blob | undefined => files.find(({ type }) => type.startsWith('text/csv'));
const find = (root: Element, selector: string): Element[] => rootsIn(root).flatMap((one) => [...one.querySelectorAll(selector)]);
const click = (root: Element, selector: string): void => find(root, selector).forEach((button, at) => at === 0 && (button as HTMLElement).click());

function rootsIn(element: Element): ShadowRoot[] {
  const root = element.shadowRoot;
  return root === null ? [] : [root, ...[...root.querySelectorAll('*')].flatMap(rootsIn)];
}

/** Marks that turn the direction of what follows, until a paragraph ends. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/;

function assertHarmless(element: Element): void {
  assert.notProperty(globalThis, 'ran', 'a text was run');
  assert.deepEqual(troubles, []);
  for (const root of [document, ...rootsIn(element)]) {
    assert.isNull(root.querySelector(`[${MARK}]`), 'a text became markup');
    for (const link of root.querySelectorAll('a[href]')) assert.match(link.getAttribute('href')!, /^(https:\/\/|\/|#|blob:)/);
    for (const text of textsIn(root))
      if (TURNS.test(text.data))
        assert.isNotNull(
          text.parentElement!.closest('bdi'),
          `turns what is beside it: ${text.parentElement!.outerHTML} in <${(text.getRootNode() as ShadowRoot).host.localName}>`,
        );
  }
}

function textsIn(root: ParentNode & Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (!['SCRIPT', 'STYLE'].includes(walker.currentNode.parentElement?.tagName ?? '')) texts.push(walker.currentNode as Text);
  return texts;
}

const assertNoFormula = async (): Promise<void> => assert.deepEqual(formulasIn(await table()!.text()), [], 'a text became a formula');

describe('hostile texts', () => {
  it('are put wherever the contract takes any text', async () => {
    const places = new Set<string>();
    const { element, unmount } = await readerOf(poisoning(service, inTurn(['<b data-hostile>x</b>']), places));
    assertHarmless(element);
    for (const place of ['meta.organization.name', 'meta.channels.*', 'data.*.topic', 'data.*.channel', 'data.*.room_id', 'data.changed.by'])
      assert.include([...places], place);
    unmount();
  }).timeout(30_000);

  it('of the corpus do nothing, whichever stands where', async () => {
    for (let from = 0; from < CORPUS.length; from += 7) {
      files = [];
      const { element, unmount } = await readerOf(poisoning(service, inTurn(CORPUS.slice(from, from + 7))));
      assertHarmless(element);
      await assertNoFormula();
      unmount();
    }
  }).timeout(90_000);

  it('of any kind do nothing', async () => {
    const anyText = fc.oneof(
      fc.constantFrom(...CORPUS),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.tuple(fc.constantFrom(...CORPUS), fc.constantFrom(...CORPUS)).map((two) => two.join('')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 5, maxLength: 11 }), async (texts) => {
        [files, troubles] = [[], []];
        const { element, unmount } = await readerOf(poisoning(service, inTurn(texts)));
        try {
          assertHarmless(element);
          await assertNoFormula();
        } finally {
          unmount();
        }
      }),
      { numRuns: 12, includeErrorInReport: true },
    );
  }).timeout(90_000);
});

describe('the token', () => {
  it('is in the header of requests to the service, and in nothing that the page shows, says, keeps or sends elsewhere', async () => {
    const sent: { url: string; init: RequestInit }[] = [];
    const watched: Fetcher = (url, init) => (sent.push({ url: url.href, init }), service(url, init));
    const { element, unmount } = await readerOf(watched);
    assert.isNotEmpty(sent);
    for (const { url, init } of sent) {
      assert.equal(new Headers(init.headers).get('authorization'), `Bearer ${token}`);
      assert.equal(init.referrerPolicy, 'no-referrer');
      assert.equal(init.credentials, 'omit');
      assert.equal(new URL(url).origin, ORIGIN);
      traces.push(url, textOf(init.body));
    }
    traces.push(document.documentElement.outerHTML, ...rootsIn(element).map((root) => root.innerHTML), ...rootsIn(element).flatMap(attributesIn));
    traces.push(
      location.href,
      document.cookie,
      document.referrer,
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), history.state]),
    );
    traces.push(...performance.getEntries().map(({ name }) => name), ...(await Promise.all(files.map((file) => file.text()))));
    traces.push(...Object.keys(globalThis).map((name) => textOf((globalThis as Record<string, unknown>)[name])));
    // Each part of a JWT by itself, too.
    for (const part of [token, ...token.split('.').filter((text) => text.length > 20)]) for (const trace of traces) assert.notInclude(trace, part);
    unmount();
  }).timeout(30_000);
});

const attributesIn = (root: ShadowRoot): string[] => [...root.querySelectorAll('*')].flatMap(({ attributes }) => [...attributes].map(({ value }) => value));
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
