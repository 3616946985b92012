import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { allSource } from './elements.ts';
import { mount, type Mounted, type MountOptions, mountParcel, ReportError } from '#embed';
import { fakeService, gives, hangs, readIn, refuses } from '#test/fake-service';
import { sampleHero, sampleReport } from '../../widgets/kit/sample-report.ts';

const SRC = 'https://metrics.example.id';
const report = sampleReport({ hero: sampleHero({ outcomes: { stayed_solved: 620, handed_over: 380 } }) });
const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });
const place = (): Promise<HTMLElement> => fixture<HTMLElement>(html`<main></main>`);

describe('mount()', () => {
  it('puts the report into the page and tells when it stands', async () => {
    const service = fakeService(gives(report));
    const target = await place();
    const { element, ready } = mount(target, { src: SRC, locale: 'en', fetcher: service.fetcher });
    await ready;
    assert.equal(target.firstElementChild, element);
    assert.equal(element.localName, 'qontak-impact-report');
    assert.include(readIn(element), 'AI solved 62 of every 100');
  });

  it('takes a selector, and says what is wrong when nothing fits', async () => {
    (await place()).id = 'impact-here';
    const { element, unmount } = mount('#impact-here', { data: report });
    assert.equal(element.parentElement!.id, 'impact-here');
    unmount();
    assert.throws(() => mount('#impact-nowhere', { data: report }), TypeError, '#impact-nowhere');
  });

  it('mounts one widget alone, also one whose code is not here yet', async () => {
    const { element } = mount(await place(), { element: 'turns', locale: 'en', data: report });
    assert.equal(element.localName, 'qontak-impact-turns');
    await customElements.whenDefined('qontak-impact-turns');
    await waitUntil(() => element.shadowRoot?.querySelector('[role="heading"]') !== null, 'it draws');
  });

  it('says once that code got lost, to whoever waits too, and leaves nothing unhandled', async () => {
    const { load } = allSource;
    const { error } = console;
    const [said, unhandled]: [string[], unknown[]] = [[], []];
    const hear = (event: PromiseRejectionEvent): number => unhandled.push(event.reason);
    addEventListener('unhandledrejection', hear);
    console.error = (text: string) => void said.push(text);
    allSource.load = () => Promise.reject(new TypeError('lost on the way'));
    try {
      // A name that no code has: every widget may be here by now.
      const options = { element: 'none-such', data: report } as unknown as MountOptions;
      mount(await place(), options);
      const { ready } = mount(await place(), options);
      const failed = await failureOf(ready);
      assert.instanceOf(failed, ReportError);
      assert.deepInclude(failed, { misuse: 'IMPACT-025', retryable: false });
      await waitUntil(() => said.length > 0, 'the console says it');
      await new Promise((resolve) => setTimeout(resolve));
      assert.lengthOf(said, 1);
      assert.match(said[0]!, /^IMPACT-025 .*\(qontak-impact-none-such\)/);
      assert.deepEqual(unhandled, []);
    } finally {
      removeEventListener('unhandledrejection', hear);
      Object.assign(console, { error });
      allSource.load = load;
    }
  });

  it('update() changes what it is told and leaves the rest', async () => {
    const service = fakeService(gives(report));
    const { element, ready, update } = mount(await place(), { src: SRC, locale: 'en', fetcher: service.fetcher });
    await ready;
    const asked = (): number => service.seen.filter(({ url }) => url.pathname === '/v1/impact-report').length;
    update({ locale: 'id', theme: 'dark', appearance: { '--impact-accent': 'rebeccapurple' } });
    await says(element, 'AI menyelesaikan sendiri 62');
    assert.equal(element.getAttribute('theme'), 'dark');
    assert.equal(getComputedStyle(element).getPropertyValue('--impact-accent'), 'rebeccapurple');
    assert.equal(asked(), 1, 'nothing is asked for');
    update({ period: '2026-09' });
    await waitUntil(() => service.seen.some(({ url }) => url.search === '?period=2026-09'), 'the other month is asked for');
  });

  it('update() takes back what appearance said before', async () => {
    const { element, update } = mount(await place(), { data: report, appearance: { '--impact-accent': 'teal', '--impact-gap': '9px' } });
    element.style.order = '2';
    update({ locale: 'en' });
    assert.equal(element.style.getPropertyValue('--impact-gap'), '9px');
    update({ appearance: { '--impact-accent': 'navy' } });
    assert.deepEqual([element.style.getPropertyValue('--impact-accent'), element.style.getPropertyValue('--impact-gap')], ['navy', '']);
    update({ appearance: null } as object);
    assert.equal(element.style.cssText, 'order: 2;');
  });

  it('refresh() asks again', async () => {
    const service = fakeService(gives(report));
    const { ready, refresh } = mount(await place(), { src: SRC, fetcher: service.fetcher });
    await ready;
    const asked = (): number => service.seen.filter(({ url }) => url.pathname === '/v1/impact-report').length;
    await refresh();
    assert.equal(asked(), 2);
  });

  it('unmount() ends the request and the waiting', async () => {
    const service = fakeService(hangs);
    const target = await place();
    const { ready, unmount } = mount(target, { src: SRC, fetcher: service.fetcher });
    await waitUntil(() => service.seen.length === 1, 'it asks');
    unmount();
    await waitUntil(() => service.seen[0]!.signal.aborted, 'the request is given up');
    assert.equal(target.childElementCount, 0);
    assert.equal((await failureOf(ready)).name, 'AbortError');
  });

  it('fails with the very error that the console speaks of', async () => {
    const { ready } = mount(await place(), { src: 'http://metrics.example.id', fetcher: fakeService(gives(report)).fetcher });
    assert.deepInclude((await failureOf(ready)) as ReportError, { code: 'bad_source', misuse: 'IMPACT-003', note: 'http://metrics.example.id' });
  });

  it('in a provider is ready when what that gives stands', async () => {
    const provider = await fixture<HTMLElement>(html`<qontak-impact-provider locale="en" .data=${report}></qontak-impact-provider>`);
    const { element, ready } = mount(provider, { element: 'hero' });
    await ready;
    assert.include(readIn(element), 'AI solved 62 of every 100');
  });

  it('says that there is no such element', async () => {
    const { error } = console;
    const said: string[] = [];
    console.error = (text: string) => void said.push(text);
    try {
      const { ready } = mount(await place(), { element: 'herro' } as unknown as MountOptions);
      assert.instanceOf(await failureOf(ready), TypeError);
      await waitUntil(() => said.length > 0, 'the console says it');
      assert.match(said.join(), /^IMPACT-007 .*\(element of mount\(\)\)/);
    } finally {
      console.error = error;
    }
  });

  it('a failure that nobody waits for is no unhandled rejection, and one that is waited for has its code', async () => {
    const unhandled: unknown[] = [];
    const hear = (event: PromiseRejectionEvent): number => unhandled.push(event.reason);
    addEventListener('unhandledrejection', hear);
    const { ready } = mount(await place(), { src: SRC, fetcher: fakeService(refuses(403)).fetcher });
    const error = await failureOf(ready);
    assert.instanceOf(error, ReportError);
    assert.deepInclude(error, { code: 'forbidden', status: 403, retryable: false });
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('unhandledrejection', hear);
    assert.deepEqual(unhandled, []);
  });
});

describe('a single-spa parcel', () => {
  it('is mounted, updated and unmounted by its place, several at once', async () => {
    const parcel = mountParcel({ locale: 'en', fetcher: fakeService(gives(report)).fetcher });
    const [one, other] = [await place(), await place()];
    const name = { name: 'parcel-0', singleSpa: {}, mountParcel: () => null, unmountSelf: () => null };
    await parcel.bootstrap();
    await parcel.mount({ ...name, domElement: one, src: SRC });
    await parcel.mount({ ...name, domElement: other, src: SRC });
    await says(one, 'AI solved 62');
    await parcel.update({ ...name, domElement: one, src: SRC, locale: 'id' });
    await says(one, 'AI menyelesaikan sendiri 62');
    await says(other, 'AI solved 62');
    assert.notProperty(one.firstElementChild, 'singleSpa');
    await parcel.unmount({ ...name, domElement: one });
    assert.deepEqual([one.childElementCount, other.childElementCount], [0, 1]);
  });

  it('mounted again in the same place stands there once', async () => {
    const parcel = mountParcel({ data: report });
    const target = await place();
    await parcel.mount({ domElement: target });
    await parcel.mount({ domElement: target });
    assert.equal(target.childElementCount, 1);
  });

  it('without a place says so', async () => {
    assert.match((await failureOf(mountParcel().mount({}))).message, /domElement/);
  });
});

async function failureOf(promise: Mounted['ready']): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('It did not fail.');
}
