import { assert, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { fakeService, gives, hangs, readIn, refuses } from '#test/fake-service';
import type { Hero } from '#widgets/hero';
import '#widgets/hero';
import { sampleHero, sampleReport } from '../kit/sample-report.ts';
import { MONTH, stories } from './hero.story.ts';

const SRC = 'https://metrics.example.id';
const ORG = sampleReport().meta.organization.id;
const report = sampleReport({ hero: sampleHero(MONTH) });
const HEADLINE = 'AI menyelesaikan sendiri 62 dari 100 chat';

const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });
const part = (hero: Hero, name: string): HTMLElement | null => hero.shadowRoot!.querySelector(`[part~="${name}"]`);

describe('hero alone on a page', () => {
  it('fetches its report and says the honest figure first, then what only looked solved', async () => {
    const service = fakeService(gives(report));
    const hero = await fixture<Hero>(
      html`<qontak-impact-hero src=${SRC} org=${ORG} .tokenProvider=${() => 't'} .fetcher=${service.fetcher}></qontak-impact-hero>`,
    );
    await says(hero, HEADLINE);
    const text = readIn(hero);
    assert.isBelow(text.indexOf(HEADLINE), text.indexOf('6 lagi sempat dikira selesai, tapi pelanggannya kembali'));
    assert.equal(service.seen.length, 1);
    assert.equal(service.seen[0]!.url.href, `${SRC}/v1/impact-report`);
  });

  it('draws one square for each of a hundred chats, and says them in words', async () => {
    const hero = await fixture<Hero>(html`<qontak-impact-hero locale="en" .data=${report}></qontak-impact-hero>`);
    const bar = part(hero, 'chart')!;
    assert.deepEqual(
      ['solved', 'came_back', 'rest'].map((kind) => bar.querySelectorAll(`.${kind}`).length),
      [62, 6, 32],
    );
    assert.match(bar.ariaLabel!, /^62 solved by AI, 6 where the customer came back, 32 /);
  });

  const RUNNING = { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null } as const;

  it('opens the chats behind each of its counts', async () => {
    const outcomes = { ...MONTH.outcomes, checking: 34, uncheckable: 3 };
    const data = sampleReport({ hero: sampleHero({ outcomes, still_open: 12, corrected: 2 }) }, { period: RUNNING });
    const hero = await fixture<Hero>(html`<qontak-impact-hero locale="en" .data=${data}></qontak-impact-hero>`);
    await says(hero, 'AI solved 62');
    const opened: string[] = [];
    hero.addEventListener('impact-open-chats', ({ detail }) => void opened.push(detail.figure));
    for (const number of hero.shadowRoot!.querySelectorAll<HTMLElement>('button.chats-number')) number.click();
    assert.deepEqual(opened, [
      'stayed_solved',
      'came_back',
      'stayed_solved',
      'came_back',
      'not_solved',
      'received',
      'judged',
      'checking',
      'still_open',
      'uncheckable',
      'corrected',
    ]);
  });

  it('says below the figure that another one stood there when the month became final', async () => {
    const { settings } = stories.find(({ name }) => name === 'changed after it was final')!;
    const hero = await fixture<Hero>(html`<qontak-impact-hero locale="id" .data=${settings().data}></qontak-impact-hero>`);
    const text = readIn(hero);
    assert.isBelow(text.indexOf(HEADLINE), text.indexOf('Dulu: 63 dari 100, sekarang: 62 dari 100.'));
  });

  it('takes properties that were set before the element was registered', async () => {
    const early = document.createElement('qontak-impact-early-hero');
    Object.assign(early, { data: report, locale: 'id' });
    document.body.append(early);
    const { Hero: Class } = await import('#widgets/hero');
    customElements.define('qontak-impact-early-hero', class extends Class {});
    await (early as Hero).updateComplete;
    assert.include(readIn(early), HEADLINE);
    early.remove();
  });

  it('takes a token function written as an attribute off the page and says how to set it', async () => {
    const complaints: unknown[] = [];
    const { error } = console;
    console.error = (text: unknown) => complaints.push(text);
    try {
      const source = "() => 'secret'";
      const hero = await fixture<Hero>(html`<qontak-impact-hero tokenprovider=${source}></qontak-impact-hero>`);
      assert.isFalse(hero.hasAttribute('tokenprovider'));
      await waitUntil(() => complaints.length > 0, 'it says so');
      assert.match(String(complaints[0]), /^IMPACT-006 .*:tokenProvider\.prop/);
    } finally {
      console.error = error;
    }
  });

  it('keeps its place while it loads, shows nothing for 300 ms and then a skeleton', async () => {
    const hero = await fixture<Hero>(html`<qontak-impact-hero src=${SRC} .fetcher=${fakeService(hangs).fetcher}></qontak-impact-hero>`);
    const skeleton = part(hero, 'skeleton')!;
    assert.equal(getComputedStyle(skeleton).animationDelay, '0.3s');
    assert.equal(getComputedStyle(skeleton).opacity, '0');
    assert.equal(part(hero, 'card')!.ariaBusy, 'true');
  });

  it('does not push away what stands below it when the figure comes', async () => {
    for (const width of [360, 620, 800, 1000]) {
      const page = await fixture<HTMLElement>(html`<div><qontak-impact-hero src=${SRC} .fetcher=${fakeService(hangs).fetcher}></qontak-impact-hero></div>`);
      page.style.width = `${width}px`;
      const hero = page.querySelector('qontak-impact-hero')!;
      const loading = hero.getBoundingClientRect().height;
      hero.data = report;
      await hero.updateComplete;
      assert.closeTo(hero.getBoundingClientRect().height, loading, 50, `at ${width} px`);
    }
  });
});

describe('hero when something is wrong', () => {
  it('says what, and shows the figure after a try that works', async () => {
    const service = fakeService(refuses(429));
    const hero = await fixture<Hero>(html`<qontak-impact-hero locale="id" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-hero>`);
    await says(hero, 'Terlalu banyak permintaan dalam waktu singkat');
    service.answer = gives(report);
    part(hero, 'button')!.click();
    assert.equal(hero.shadowRoot!.activeElement, part(hero, 'root'), 'the keyboard stays in the card');
    await says(hero, HEADLINE);
    assert.equal(service.seen.length, 2);
  });

  it('tries once more by itself after trouble on the way, and never after a refusal', async () => {
    const service = fakeService(refuses(403));
    const hero = await fixture<Hero>(html`<qontak-impact-hero locale="id" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-hero>`);
    await says(hero, 'Anda belum punya akses ke laporan ini');
    assert.isNull(part(hero, 'button'), 'trying again would not help');
    assert.equal(service.seen.length, 1);

    const shaky = fakeService(() => Promise.reject(new TypeError('Failed to fetch')));
    hero.fetcher = shaky.fetcher;
    await says(hero, 'Laporan belum bisa dimuat');
    assert.equal(shaky.seen.length, 2);
  });

  it('says that the device is offline when it is', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      const service = fakeService(() => Promise.reject(new TypeError('Failed to fetch')));
      const hero = await fixture<Hero>(html`<qontak-impact-hero locale="en" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-hero>`);
      await says(hero, 'This device is not connected to the internet');
      service.answer = gives(report);
      window.dispatchEvent(new Event('online'));
      await says(hero, 'AI solved 62 of every 100 chats by itself');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('keeps older figures when they cannot be renewed, and says from when they are', async () => {
    const service = fakeService(gives(report));
    const hero = await fixture<Hero>(html`<qontak-impact-hero locale="id" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-hero>`);
    await says(hero, HEADLINE);
    service.answer = refuses(429);
    await hero.refresh();
    await says(hero, 'Belum bisa diperbarui. Ini angka yang diambil');
    assert.match(readIn(hero), /diambil \d+ \S+ \d{4} \d\d\.\d\d WIB/);
    assert.include(readIn(hero), HEADLINE);
    const [notice, days] = ['.notice', '.about'].map((part) => hero.shadowRoot!.querySelector(part)!.getBoundingClientRect());
    assert.isAtLeast(days!.top - notice!.bottom, 8, 'the days do not cling to it');
  });

  it('takes figures off the page when the reader may no longer see them', async () => {
    const service = fakeService(gives(report));
    const hero = await fixture<Hero>(html`<qontak-impact-hero locale="id" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-hero>`);
    await says(hero, HEADLINE);
    service.answer = refuses(403);
    await hero.refresh();
    await says(hero, 'Anda belum punya akses');
    assert.notInclude(readIn(hero), '62');
  });

  it('refuses the report of another organization', async () => {
    const service = fakeService(gives(report));
    const hero = await fixture<Hero>(
      html`<qontak-impact-hero locale="en" src=${SRC} org="99999999-0000-4000-8000-000000000000" .fetcher=${service.fetcher}></qontak-impact-hero>`,
    );
    await says(hero, 'This report does not belong to your business');
    assert.notInclude(readIn(hero), '62');
  });
});

describe('hero and its host', () => {
  it('tells when it is ready and when it is not, and leaves the words to a host that wants them', async () => {
    const service = fakeService(refuses(403));
    const hero = document.createElement('qontak-impact-hero');
    Object.assign(hero, { src: SRC, fetcher: service.fetcher });
    document.body.addEventListener('impact-error', (event) => event.preventDefault(), { once: true });
    setTimeout(() => document.body.append(hero));
    const failed = await oneEvent(hero, 'impact-error');
    assert.deepEqual(failed.detail, { code: 'forbidden', status: 403, retryable: false, requestId: null, version: '0.1.0' });
    await hero.updateComplete;
    assert.isNull(part(hero, 'error'));

    service.answer = gives(report);
    setTimeout(() => void hero.refresh());
    const ready = await oneEvent(hero, 'impact-ready');
    assert.isAtLeast(ready.detail.ms, 0);
    hero.remove();
  });

  it('asks the host for a sign-in after a fresh token was refused too', async () => {
    const reasons: string[] = [];
    const hero = document.createElement('qontak-impact-hero');
    Object.assign(hero, {
      src: SRC,
      fetcher: fakeService(refuses(401)).fetcher,
      tokenProvider: ({ reason }: { reason: string }) => (reasons.push(reason), reason),
    });
    setTimeout(() => document.body.append(hero));
    await oneEvent(hero, 'impact-auth-required');
    assert.deepEqual(reasons, ['initial', 'expired']);
    hero.remove();
  });

  it('follows the language of the page without asking the service again, unless told its own', async () => {
    const service = fakeService(gives(report));
    const hero = await fixture<Hero>(html`<qontak-impact-hero src=${SRC} .fetcher=${service.fetcher}></qontak-impact-hero>`);
    await says(hero, HEADLINE);
    const before = document.documentElement.lang;
    document.documentElement.lang = 'en';
    await says(hero, 'AI solved 62 of every 100 chats by itself');
    hero.locale = 'id';
    await says(hero, HEADLINE);
    document.documentElement.lang = before;
    assert.equal(service.seen.length, 1);
  });

  it("uses the host's own wording", async () => {
    const messages = { id: { hero: { title: 'Kerja AI kami' } } };
    const hero = await fixture<Hero>(html`<qontak-impact-hero locale="id" .data=${report} .messages=${messages}></qontak-impact-hero>`);
    await says(hero, 'Kerja AI kami');
  });

  it('follows the theme it is told, the page, and the nearest data-theme', async () => {
    const page = await fixture(html`<div data-theme="dark"><qontak-impact-hero .data=${report}></qontak-impact-hero></div>`);
    const hero = page.querySelector('qontak-impact-hero')!;
    await hero.updateComplete;
    const background = (): string => getComputedStyle(part(hero, 'card')!).backgroundColor;
    assert.equal(background(), 'rgb(29, 33, 37)');
    hero.theme = 'light';
    await hero.updateComplete;
    assert.equal(background(), 'rgb(255, 255, 255)');
    page.removeAttribute('data-theme');
    hero.theme = 'auto';
    (page as HTMLElement).style.colorScheme = 'dark';
    await hero.updateComplete;
    assert.equal(background(), 'rgb(29, 33, 37)');
  });

  it('stands against the styles of a hostile page', async () => {
    const page = await fixture<HTMLElement>(html`<div><qontak-impact-hero .data=${report}></qontak-impact-hero></div>`);
    page.style.cssText = 'font-size: 40px; line-height: 3; text-transform: uppercase; letter-spacing: 1em; color: red; white-space: nowrap; cursor: wait';
    await nextFrame();
    const style = getComputedStyle(part(page.querySelector('qontak-impact-hero')!, 'title')!);
    assert.deepEqual([style.fontSize, style.textTransform, style.letterSpacing, style.whiteSpace, style.cursor], ['16px', 'none', 'normal', 'normal', 'auto']);
    assert.notEqual(style.color, 'rgb(255, 0, 0)');
  });
});
