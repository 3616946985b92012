import { assert, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { fakeService, gives, readIn, refuses } from '#test/fake-service';
import type { HowWeCount } from '#widgets/how-we-count';
import '#widgets/hero';
import '#widgets/how-we-count';
import { sampleHero, sampleReport } from '../kit/sample-report.ts';

const SRC = 'https://metrics.example.id';
const report = sampleReport(
  { hero: sampleHero({ outcomes: { stayed_solved: 120, checking: 34 }, still_open: 12 }) },
  { period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null } },
);
const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });

describe('how we count', () => {
  it('says the method, how far the data reach and what is not known, after a request of its own', async () => {
    const service = fakeService(gives(report));
    const element = await fixture<HowWeCount>(
      html`<qontak-impact-how-we-count locale="id" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-how-we-count>`,
    );
    await says(element, 'Kami hanya menghitung chat yang ditutup AI tanpa bantuan tim, lalu menunggu 2 hari.');
    await says(element, 'Data sampai 22 Nov 2026 10.15 WIB.');
    await says(element, 'Belum dihitung 34 chat');
    assert.equal(service.seen.length, 1);
  });

  it('says that figures are being recounted, in a sentence and beside the days of a card', async () => {
    const recounted = { ...report, meta: { ...report.meta, recounting: true } };
    const element = await fixture<HowWeCount>(html`<qontak-impact-how-we-count locale="id" .data=${recounted}></qontak-impact-how-we-count>`);
    await says(element, 'Angka sedang dihitung ulang. Untuk sementara Anda melihat angka yang lama');
    const hero = await fixture(html`<qontak-impact-hero locale="en" .data=${recounted}></qontak-impact-hero>`);
    await says(hero, 'Being recounted');
    element.data = report;
    await waitUntil(() => !readIn(element).includes('dihitung ulang'));
  });

  it('opens the chats behind a count', async () => {
    const element = await fixture<HowWeCount>(html`<qontak-impact-how-we-count locale="en" .data=${report}></qontak-impact-how-we-count>`);
    const button = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part="chats-button"]')].find((one) => one.textContent === '12 chats')!;
    setTimeout(() => button.click());
    const { detail } = await oneEvent(element, 'impact-open-chats');
    assert.equal(detail.figure, 'still_open');
  });

  it('puts its box one level below its title', async () => {
    const element = await fixture<HowWeCount>(html`<qontak-impact-how-we-count heading-level="3" .data=${report}></qontak-impact-how-we-count>`);
    assert.deepEqual(
      [...element.shadowRoot!.querySelectorAll('[role="heading"]')].map(({ ariaLevel }) => ariaLevel),
      ['3', '4'],
    );
  });

  it('says who may read it', async () => {
    const element = await fixture<HowWeCount>(
      html`<qontak-impact-how-we-count locale="en" src=${SRC} .fetcher=${fakeService(refuses(403)).fetcher}></qontak-impact-how-we-count>`,
    );
    await says(element, "You don't have access to this report yet");
  });
});
