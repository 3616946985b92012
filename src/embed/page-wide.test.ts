import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { configure } from '#embed';
import '#widgets/hero';
import { fakeService, gives, readIn } from '#test/fake-service';
import { sampleHero, sampleReport } from '../../widgets/kit/sample-report.ts';

const SRC = 'https://metrics.example.id';
const report = sampleReport({ hero: sampleHero({ outcomes: { stayed_solved: 620, handed_over: 380 } }) });
const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });

describe('configure()', () => {
  afterEach(() => configure({}));

  it('tells every element of the page what it is told nothing of, those too that stand already', async () => {
    const service = fakeService(gives(report));
    const page = await fixture(html`<div><qontak-impact-hero></qontak-impact-hero><qontak-impact-hero locale="id"></qontak-impact-hero></div>`);
    configure({ src: SRC, locale: 'en', theme: 'dark', period: '2026-09', fetcher: service.fetcher, tokenProvider: () => 't' });
    const [one, other] = page.children;
    await says(one!, 'AI solved 62');
    await says(other!, 'AI menyelesaikan sendiri 62');
    assert.deepEqual(
      service.seen.map(({ url, token }) => [url.href, token]),
      [[`${SRC}/v1/impact-report?period=2026-09`, 't']],
    );
    assert.equal(getComputedStyle(one!.shadowRoot!.querySelector('.card')!).backgroundColor, 'rgb(29, 33, 37)');
    configure({ src: SRC, locale: 'id', fetcher: service.fetcher });
    await says(one!, 'AI menyelesaikan sendiri 62');
  });

  it('yields to what the element is told itself', async () => {
    const service = fakeService(gives(report));
    configure({ src: SRC, org: '99999999-0000-4000-8000-000000000000', period: '2026-09', theme: 'dark', fetcher: service.fetcher });
    const hero = await fixture(
      html`<qontak-impact-hero org=${report.meta.organization.id} from="2026-08-01" to="2026-08-10" theme="light"></qontak-impact-hero>`,
    );
    await says(hero, '62');
    assert.equal(service.seen[0]!.url.search, '?from=2026-08-01&to=2026-08-10');
    assert.equal(getComputedStyle(hero.shadowRoot!.querySelector('.card')!).backgroundColor, 'rgb(255, 255, 255)');
  });

  it('takes an address without a host as the page says, its <base> too', async () => {
    const service = fakeService(gives(report));
    const base = Object.assign(document.createElement('base'), { href: `${SRC}/app/` });
    document.head.append(base);
    try {
      configure({ src: 'impact', fetcher: service.fetcher, tokenProvider: () => 't' });
      const heroes = await fixture(
        html`<div><qontak-impact-hero></qontak-impact-hero><qontak-impact-hero src="https://metrics.example.id/other"></qontak-impact-hero></div>`,
      );
      for (const hero of heroes.children) await says(hero, '62');
      assert.deepEqual(
        service.seen.map(({ url, token }) => [url.href, token]),
        [`${SRC}/app/impact/v1/impact-report`, `${SRC}/other/v1/impact-report`].map((url) => [url, 't']),
      );
    } finally {
      base.remove();
    }
  });

  it('never sends the token of the page to another service that markup names', async () => {
    const service = fakeService(gives(report));
    let asked = 0;
    configure({ src: SRC, fetcher: service.fetcher, tokenProvider: () => `canary-${(asked += 1)}` });
    const hero = await fixture(html`<qontak-impact-hero src="https://evil.example"></qontak-impact-hero>`);
    await says(hero, 'Laporan belum tersambung');
    assert.deepEqual([asked, service.seen.length], [0, 0]);
    const same = await fixture(html`<qontak-impact-hero src="https://metrics.example.id/"></qontak-impact-hero>`);
    await says(same, '62');
    assert.equal(asked, 1);
  });
});
