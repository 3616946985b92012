import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import type { ImpactReport } from '@qontak/impact-contract';
import { fakeService, gives, hangs, readIn, refuses } from '#test/fake-service';
import '#widgets/hero';
import '#widgets/provider';
import { sampleHero, sampleReport } from '../kit/sample-report.ts';

const SRC = 'https://metrics.example.id';
const OTHER = '99999999-0000-4000-8000-000000000000';
const until = (condition: () => boolean, what: string): Promise<void> => waitUntil(condition, what, { timeout: 5000 });

/** A report that can be told from another by its figure. */
function reportOf(solved: number, organization = sampleReport().meta.organization.id): ImpactReport {
  const { meta } = sampleReport();
  return sampleReport(
    { hero: sampleHero({ outcomes: { stayed_solved: solved, handed_over: 1000 - solved } }) },
    { organization: { ...meta.organization, id: organization } },
  );
}
const says = (element: Element, net: number): boolean => readIn(element).includes(`menyelesaikan sendiri ${net} dari 100 chat`);

describe('widgets that share', () => {
  it('under a provider get one report by one request', async () => {
    const service = fakeService(gives(reportOf(620)));
    const provider = await fixture(html`
      <qontak-impact-provider src=${SRC} .fetcher=${service.fetcher}>
        <qontak-impact-hero></qontak-impact-hero>
        <div><qontak-impact-hero></qontak-impact-hero></div>
      </qontak-impact-provider>
    `);
    const heroes = [...provider.querySelectorAll('qontak-impact-hero')];
    await until(() => heroes.every((hero) => says(hero, 62)), 'both speak');
    assert.equal(service.seen.length, 1);
  });

  it('alone but with the same source, organization and token function get one token and one request', async () => {
    const service = fakeService(gives(reportOf(620)));
    let asked = 0;
    const tokenProvider = (): string => `token-${(asked += 1)}`;
    const page = await fixture(
      html`<div>
        ${[1, 2, 3].map(() => html`<qontak-impact-hero src=${SRC} .tokenProvider=${tokenProvider} .fetcher=${service.fetcher}></qontak-impact-hero>`)}
      </div>`,
    );
    await until(() => [...page.children].every((hero) => says(hero, 62)), 'all speak');
    assert.equal(service.seen.length, 1);
    assert.equal(asked, 1);
  });

  it('follow a provider that is registered after them, without asking by themselves', async () => {
    const service = fakeService(gives(reportOf(620)));
    const late = document.createElement('qontak-impact-late-provider');
    Object.assign(late, { src: SRC, fetcher: service.fetcher });
    const hero = document.createElement('qontak-impact-hero');
    late.append(hero);
    document.body.append(late);
    await hero.updateComplete;
    assert.include(readIn(hero), 'Laporan belum tersambung');
    const { Provider } = await import('#widgets/provider');
    customElements.define('qontak-impact-late-provider', class extends Provider {});
    await until(() => says(hero, 62), 'the hero has found the provider');
    assert.equal(service.seen.length, 1);
    late.remove();
  });

  it('forget what a provider gave as soon as they leave it', async () => {
    const provider = await fixture(html`<qontak-impact-provider .data=${reportOf(620)}><qontak-impact-hero></qontak-impact-hero></qontak-impact-provider>`);
    const hero = provider.querySelector('qontak-impact-hero')!;
    await until(() => says(hero, 62), 'it speaks');
    document.body.append(hero);
    await hero.updateComplete;
    assert.notInclude(readIn(hero), '62');
    hero.remove();
  });

  it('take its language and wording', async () => {
    const messages = { en: { hero: { title: 'What our AI did' } } };
    const provider = await fixture(
      html`<qontak-impact-provider locale="en" .messages=${messages} .data=${reportOf(620)}><qontak-impact-hero></qontak-impact-hero></qontak-impact-provider>`,
    );
    await until(() => readIn(provider).includes('What our AI did'), 'it speaks English');
  });

  it('keep a move within the page from asking twice', async () => {
    const service = fakeService(hangs);
    const page = await fixture(
      html`<div>
        <p></p>
        <qontak-impact-hero src=${SRC} .fetcher=${service.fetcher}></qontak-impact-hero>
      </div>`,
    );
    const hero = page.querySelector('qontak-impact-hero')!;
    await until(() => service.seen.length === 1, 'it asks');
    page.querySelector('p')!.append(hero);
    await hero.updateComplete;
    assert.equal(service.seen.length, 1);
    assert.isFalse(service.seen[0]!.signal.aborted);
  });
});

describe('two identities', () => {
  it('on one page never see each other', async () => {
    const service = fakeService(({ token }) => Response.json(token === 'anna' ? reportOf(300) : reportOf(700)));
    const anna = (): string => 'anna';
    const budi = (): string => 'budi';
    const page = await fixture(
      html`<div>
        <qontak-impact-hero src=${SRC} .tokenProvider=${anna} .fetcher=${service.fetcher}></qontak-impact-hero>
        <qontak-impact-hero src=${SRC} .tokenProvider=${budi} .fetcher=${service.fetcher}></qontak-impact-hero>
      </div>`,
    );
    const [first, second] = page.children;
    await until(() => says(first!, 30) && says(second!, 70), 'each has its own');
    assert.sameMembers(
      service.seen.map(({ token }) => token),
      ['anna', 'budi'],
    );
  });

  it('one after the other: nothing of the old organization stays, not even while the new one is asked', async () => {
    const service = fakeService(gives(reportOf(300)));
    const hero = await fixture<HTMLElementTagNameMap['qontak-impact-hero']>(
      html`<qontak-impact-hero
        src=${SRC}
        org=${sampleReport().meta.organization.id}
        .tokenProvider=${() => 'anna'}
        .fetcher=${service.fetcher}
      ></qontak-impact-hero>`,
    );
    await until(() => says(hero, 30), 'the first');
    service.answer = hangs;
    hero.org = OTHER;
    await hero.updateComplete;
    assert.notInclude(readIn(hero), '30');
    await until(() => service.seen.length === 2, 'the new one is asked');
    service.answer = gives(reportOf(700, OTHER));
    hero.tokenProvider = () => 'budi';
    await until(() => says(hero, 70), 'the second');
    assert.isTrue(service.seen[1]!.signal.aborted, 'the request in between was given up');
    assert.equal(service.seen[2]!.token, 'budi');
  });

  it('another period shows nothing of the one before while it is asked for', async () => {
    const service = fakeService(gives(reportOf(300)));
    const hero = await fixture<HTMLElementTagNameMap['qontak-impact-hero']>(
      html`<qontak-impact-hero src=${SRC} .fetcher=${service.fetcher}></qontak-impact-hero>`,
    );
    await until(() => says(hero, 30), 'the first');
    service.answer = hangs;
    hero.period = '2026-09';
    await hero.updateComplete;
    assert.notInclude(readIn(hero), '30');
    assert.equal(service.seen[1]!.url.search, '?period=2026-09');
  });
});

describe('a page that is left and kept by the browser', () => {
  it('keeps no figures, and asks for token and report again on return', async () => {
    const service = fakeService(gives(reportOf(300)));
    let asked = 0;
    const tokenProvider = (): string => `token-${(asked += 1)}`;
    const hero = await fixture<HTMLElementTagNameMap['qontak-impact-hero']>(
      html`<qontak-impact-hero src=${SRC} .tokenProvider=${tokenProvider} .fetcher=${service.fetcher}></qontak-impact-hero>`,
    );
    await until(() => says(hero, 30), 'it speaks');
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await hero.updateComplete;
    assert.notInclude(readIn(hero), '30');
    service.answer = refuses(401);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => readIn(hero).includes('Sesi Anda sudah berakhir'), 'it asked again');
    assert.equal(asked, 3);
  });
});

describe('a token', () => {
  it('is renewed once when it is refused, and is nowhere but in the header', async () => {
    const service = fakeService(({ token }) => (token === 'canary-2' ? Response.json(reportOf(620)) : refuses(401)()));
    let nth = 0;
    const events: string[] = [];
    const hear = (event: Event): number => events.push(JSON.stringify((event as CustomEvent).detail));
    const kinds = ['impact-ready', 'impact-error', 'impact-auth-required'];
    kinds.forEach((kind) => document.addEventListener(kind, hear));
    const page = await fixture(
      html`<div><qontak-impact-hero src=${SRC} .tokenProvider=${() => `canary-${(nth += 1)}`} .fetcher=${service.fetcher}></qontak-impact-hero></div>`,
    );
    const hero = page.querySelector('qontak-impact-hero')!;
    await until(() => says(hero, 62) && events.length > 0, 'it speaks');
    kinds.forEach((kind) => document.removeEventListener(kind, hear));
    assert.deepEqual(
      service.seen.map(({ token }) => token),
      ['canary-1', 'canary-2'],
    );
    const traces = [
      page.outerHTML,
      hero.shadowRoot!.innerHTML,
      ...service.seen.map(({ url }) => url.href),
      ...events,
      location.href,
      JSON.stringify([localStorage, sessionStorage]),
    ];
    for (const trace of traces) assert.notInclude(trace, 'canary');
    assert.equal(events.length, 1);
  });

  it('is not asked for any more, nor a report, once the element is gone', async () => {
    const service = fakeService(hangs);
    const page = await fixture(html`<div><qontak-impact-hero src=${SRC} .fetcher=${service.fetcher}></qontak-impact-hero></div>`);
    await until(() => service.seen.length === 1, 'it asks');
    page.replaceChildren();
    await until(() => service.seen[0]!.signal.aborted, 'the request is given up');
    assert.equal(service.seen.length, 1);
  });
});
