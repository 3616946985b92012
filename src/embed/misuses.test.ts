// What an integrator finds in the console: one line for each mistake, once, with its code and without a value.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import type { ImpactReport } from '@qontak/impact-contract';
import { configure, mount, type MountOptions, mountParcel, type ReportError } from '#embed';
import { fakeService, gives, readIn, refuses } from '#test/fake-service';
import { MONTH } from '../../widgets/hero/hero.story.ts';
import { sampleHero, sampleReport } from '../../widgets/kit/sample-report.ts';

const ORIGIN = 'https://metrics.example.id';
const ORG = sampleReport().meta.organization.id;
const OTHER = '99999999-0000-4000-8000-000000000000';
const CANARY = 'canary-7f3a';
const place = (): Promise<HTMLElement> => fixture<HTMLElement>(html`<main></main>`);
const of = (id: string): ImpactReport => sampleReport({}, { organization: { ...sampleReport().meta.organization, id } });
const answers = (body: unknown, status = 200) => fakeService(() => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })).fetcher;
const tokenProvider = (): string => CANARY;

let lines: string[] = [];
const { error, warn } = console;
beforeEach(() => {
  lines = [];
  console.error = console.warn = (...texts: unknown[]) => void lines.push(texts.join(' '));
});
afterEach(() => {
  Object.assign(console, { error, warn });
  configure({});
  for (const line of lines) assert.notInclude(line, CANARY);
});

/** Mounts twice with the same mistake: it is said once. */
async function says(code: string, options: object, where = ''): Promise<void> {
  const target = await place();
  for (let times = 0; times < 2; times += 1) mount(target, { element: 'hero', src: ORIGIN, ...options } as MountOptions);
  await saying(code, where);
}

async function saying(code: string, where = ''): Promise<void> {
  await waitUntil(() => lines.length > 0, `the console says ${code}`, { timeout: 5000 });
  // Time for a second line, which must not come.
  await new Promise((resolve) => setTimeout(resolve, 150));
  assert.lengthOf(lines, 1, lines.join('\n'));
  assert.match(lines[0]!, new RegExp(`^${code} [^\\n]+\\.$`));
  assert.include(lines[0]!, where);
}

describe('the console says what is wrong with', () => {
  // Before the mistake that it could be taken for: the console says each once.
  it('nothing, when a user goes from one organization to the next and back', async () => {
    const ids = [ORG, OTHER];
    const providers = new Map(ids.map((id) => [id, () => id]));
    const { fetcher } = fakeService(({ token }) => Response.json(of(token!)));
    const settings = (turn: number): MountOptions => ({ org: ids[turn % 2], tokenProvider: providers.get(ids[turn % 2]!) }) as MountOptions;
    const { update, element } = mount(await place(), { element: 'hero', src: ORIGIN, fetcher, ...settings(0) });
    for (let turn = 1; turn < 7; turn += 1) {
      update(settings(turn));
      await element.whenReady();
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
    assert.deepEqual(lines, []);
  });

  it('no src', () => says('IMPACT-001', { src: undefined, tokenProvider }));
  it('a src that is no address', () => says('IMPACT-002', { src: 'https://:canary', tokenProvider }));
  it('a src that goes on after its path, without what it says there', () =>
    says('IMPACT-002', { src: `${ORIGIN}/api?key=${CANARY}`, tokenProvider }, '(it goes on after the path, with ? or #)'));
  it('a src with a password', () => says('IMPACT-002', { src: `https://user:${CANARY}@metrics.example.id`, tokenProvider }, '(it names a user or a password)'));
  it('the last of two mistakes with src, as when a framework sets it late', async () => {
    const { element, update } = mount(await place(), { element: 'hero', tokenProvider });
    await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
    update({ src: 'http://late.example.id' });
    await saying('IMPACT-003', '(http://late.example.id)');
  });
  it('a src without https, by its origin alone', () =>
    says('IMPACT-003', { src: `http://metrics.example.id/?key=${CANARY}`, tokenProvider }, '(http://metrics.example.id)'));
  it('no tokenProvider', () => says('IMPACT-004', {}));
  it('a token in place of a function', () => says('IMPACT-005', { tokenProvider: CANARY }));
  it('a name that is no setting', () => says('IMPACT-007', { tokenprovider: tokenProvider, data: of(ORG) }, '(tokenprovider)'));
  it('a language that it does not speak', () => says('IMPACT-008', { locale: 'fr', data: of(ORG) }));
  it('a text that no widget has, a widget that is none, and a language', async () => {
    const named = (messages: object): object => ({ locale: 'en', data: of(ORG), messages });
    await says('IMPACT-031', named({ en: { hero: { titel: CANARY } } }), '(en.hero.titel)');
    lines = [];
    // Of a language that is not shown, too.
    await says('IMPACT-031', named({ id: { hero: { judul: CANARY } } }), '(id.hero.judul)');
    lines = [];
    await says('IMPACT-031', named({ en: { hiro: { title: CANARY } } }), '(en.hiro)');
    lines = [];
    await says('IMPACT-031', named({ fr: { hero: { title: CANARY } } }), '(fr)');
  });
  it('a tokenProvider that gives none', () => says('IMPACT-012', { tokenProvider: () => undefined }));
  it('a tokenProvider that fails, with the kind of its fault', () =>
    says('IMPACT-012', { tokenProvider: () => Promise.reject(new TypeError(CANARY)) }, '(TypeError)'));
  it('a page in place of a token, and leaves nothing of it in the error', async () => {
    const page = { tokenProvider: () => Promise.resolve(`<!doctype html>\n<title>${CANARY}</title>`) };
    await says('IMPACT-012', page, '(a text that is no token)');
    const failed: unknown = await mount(await place(), { element: 'hero', src: ORIGIN, ...page }).ready.catch((cause: unknown) => cause);
    assert.notInclude([String(failed), String((failed as ReportError).cause)].join(), CANARY);
  });
  it('a token that is refused', () => says('IMPACT-013', { tokenProvider, fetcher: fakeService(refuses(401)).fetcher }));
  it("another organization's token", () => says('IMPACT-014', { org: OTHER, tokenProvider, fetcher: answers(of(ORG)) }));
  it('an address where nothing is, without what is asked for there', () =>
    says('IMPACT-018', { src: `${ORIGIN}/v1`, period: '2026-10', tokenProvider, fetcher: answers('', 404) }, `(${ORIGIN}/v1/v1/impact-report)`));
  it('an address where a page answers', () =>
    says('IMPACT-019', { period: '2026-10', tokenProvider, fetcher: answers(`<!doctype html>${CANARY}`) }, `(${ORIGIN}/v1/impact-report)`));
  it('an impossible period', () => says('IMPACT-020', { period: 'yesterday', tokenProvider, fetcher: answers({}, 400) }));
  it('another version of the contract, and tells the host by a code of its own', async () => {
    const other = (schema: string) => ({ tokenProvider, fetcher: answers({ ...of(ORG), meta: { schema, secret: CANARY } }) });
    await says('IMPACT-021', other('2.0'), '(version 2.0, and this library 1)');
    const { ready } = mount(await place(), { element: 'hero', src: ORIGIN, ...other('2.0') });
    assert.equal(await ready.catch(({ code }: ReportError) => code), 'version_conflict');
  });
  it('a version that is no number, without what it is', () =>
    says('IMPACT-021', { tokenProvider, fetcher: answers({ ...of(ORG), meta: { schema: CANARY } }) }, '(this library reads 1)'));
  it('a report that does not fit the contract, by its fields alone', () =>
    says('IMPACT-022', { data: { ...of(ORG), meta: { ...of(ORG).meta, as_of: CANARY } } }, 'meta.as_of'));
  it('a fetcher that gives no Response', () => says('IMPACT-023', { fetcher: async () => ({ data: CANARY }) }));

  it('a function that a framework wrote into an attribute, and takes it out of the page', async () => {
    const report = of(ORG);
    const source = `() => '${CANARY}'`;
    const hero = await fixture<HTMLElement>(html`<qontak-impact-hero tokenprovider=${source} .data=${report}></qontak-impact-hero>`);
    await saying('IMPACT-006', '(tokenprovider of <qontak-impact-hero>)');
    assert.notInclude(hero.outerHTML, CANARY);
  });

  it('one that is written into an element that stands already', async () => {
    const hero = await fixture<HTMLElement>(html`<qontak-impact-hero .data=${of(ORG)}></qontak-impact-hero>`);
    hero.setAttribute('token-provider', `() => '${CANARY}'`);
    assert.notInclude(hero.outerHTML, CANARY);
    await saying('IMPACT-006', '(token-provider of <qontak-impact-hero>)');
  });

  it('readonly="false"', async () => {
    await fixture(html`<qontak-impact-hero readonly="false" .data=${of(ORG)}></qontak-impact-hero>`);
    await saying('IMPACT-009');
  });

  it('a function made anew at every rendering', async () => {
    const { fetcher } = fakeService(gives(of(ORG)));
    const { update, element } = mount(await place(), { element: 'hero', src: ORIGIN, fetcher, tokenProvider: () => CANARY });
    for (let rendering = 0; rendering < 6; rendering += 1) {
      update({ tokenProvider: () => CANARY });
      await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
    }
    await saying('IMPACT-010');
  });

  it('one function for two organizations', async () => {
    let id = ORG;
    const { fetcher } = fakeService(() => Response.json(of(id)));
    const { ready, refresh } = mount(await place(), { element: 'hero', src: ORIGIN, fetcher, tokenProvider: () => CANARY });
    await ready;
    id = OTHER;
    await refresh();
    await saying('IMPACT-015');
  });

  it('a number that nobody shows the chats of, and nothing where the host does', async () => {
    const target = await place();
    const { element, ready } = mount(target, { element: 'hero', data: sampleReport({ hero: sampleHero(MONTH) }) });
    await ready;
    const press = (): void => element.shadowRoot!.querySelector<HTMLElement>('[part~="chats-button"]')!.click();
    target.addEventListener('impact-open-chats', (event) => event.preventDefault(), { once: true });
    press();
    await new Promise((resolve) => setTimeout(resolve, 150));
    assert.isEmpty(lines);
    press();
    await saying('IMPACT-030', '(in <qontak-impact-hero>)');
  });

  it('a click that exports a report that there is not, which is no unhandled rejection', async () => {
    const target = await place();
    const { element, ready } = mount(target, { element: 'hero', src: ORIGIN, tokenProvider, fetcher: answers('', 503) });
    await ready.catch(() => undefined);
    const unhandled: unknown[] = [];
    const hear = (event: PromiseRejectionEvent): number => unhandled.push(event.reason);
    addEventListener('unhandledrejection', hear);
    try {
      target.addEventListener('click', () => void element.exportCsv());
      target.click();
      target.click();
      await saying('IMPACT-032', '(exportCsv() of <qontak-impact-hero>, server)');
      assert.deepEqual(unhandled, []);
      const why: unknown = await element.print().catch((cause: unknown) => cause);
      assert.deepInclude(why, { code: 'server' }, 'who looks at it gets to know');
    } finally {
      removeEventListener('unhandledrejection', hear);
    }
  });

  it('no answer', () => says('IMPACT-017', { src: 'https://nowhere.invalid', tokenProvider: () => CANARY }, '(https://nowhere.invalid)'));

  it('a place that is not there, and a setting that the page as a whole cannot have', async () => {
    assert.throws(() => mount('#nowhere'), TypeError, '#nowhere');
    const failure: unknown = await mountParcel()
      .mount({})
      .catch((cause: unknown) => cause);
    assert.match(String(failure), /domElement/);
    configure({ data: of(ORG) } as object);
    await saying('IMPACT-007', '(data of configure())');
  });

  it('nothing, when all is well or the service fails: that is not the integrator’s', async () => {
    const target = await place();
    const messages = { en: { hero: { ours: 'Our AI', title: '$t(ours) at work' } } };
    await mount(target, { element: 'hero', src: ORIGIN, org: ORG, tokenProvider, fetcher: answers(of(ORG)), locale: 'en', messages }).ready;
    for (const status of [403, 429, 503]) mount(target, { element: 'hero', src: `${ORIGIN}/${status}`, tokenProvider, fetcher: answers('', status) });
    await waitUntil(() => readIn(target).includes('akses'), 'the reader is told');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(lines, []);
  });
});
