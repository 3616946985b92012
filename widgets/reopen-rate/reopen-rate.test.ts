import { assert, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { fakeService, gives, hangs, readIn, refuses } from '#test/fake-service';
import type { ReopenRate } from '#widgets/reopen-rate';
import '#widgets/reopen-rate';
import { sampleReport } from '../kit/sample-report.ts';
import { MONTH, returns } from './reopen-rate.story.ts';

const SRC = 'https://metrics.example.id';
const report = sampleReport({ reopen_rate: MONTH });
const HEADLINE = 'Pelanggan kembali bertanya: 9 dari 100 yang dikira selesai';

const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });
const find = (element: ReopenRate, selector: string): HTMLElement | null => element.shadowRoot!.querySelector(selector);

describe('reopen rate', () => {
  it('fetches its report and says who came back', async () => {
    const service = fakeService(gives(report));
    const element = await fixture<ReopenRate>(html`<qontak-impact-reopen-rate locale="id" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-reopen-rate>`);
    await says(element, HEADLINE);
    assert.equal(service.seen.length, 1);
    assert.equal(find(element, '[part="chart"]')!.ariaLabel, '61 pelanggan kembali, 620 tetap selesai');
  });

  it('opens the list behind it, and that of the corrected ones', async () => {
    const data = sampleReport({ reopen_rate: returns(61, 681, { corrected: 2 }) });
    const element = await fixture<ReopenRate>(html`<qontak-impact-reopen-rate locale="id" .data=${data}></qontak-impact-reopen-rate>`);
    const opens = async (selector: string): Promise<string> => {
      setTimeout(() => find(element, selector)!.click());
      return (await oneEvent(element, 'impact-open-chats')).detail.figure;
    };
    assert.equal(find(element, '.foot .button')!.textContent, 'Lihat 61 chat itu');
    assert.equal(await opens('.foot .button'), 'came_back');
    assert.equal(await opens('.foot .chats-number'), 'corrected');
    assert.equal(await opens('.legend tr:last-child .chats-number'), 'stayed_solved');
  });

  it('has nothing to open when nobody came back', async () => {
    const data = sampleReport({ reopen_rate: returns(0, 240) });
    const element = await fixture<ReopenRate>(html`<qontak-impact-reopen-rate locale="en" .data=${data}></qontak-impact-reopen-rate>`);
    assert.include(readIn(element), 'No customer came back, of 240 chats that looked solved');
    assert.isNull(find(element, '.foot .button'));
  });

  it('says what keeps it away', async () => {
    const element = await fixture<ReopenRate>(
      html`<qontak-impact-reopen-rate locale="id" src=${SRC} .fetcher=${fakeService(refuses(403)).fetcher}></qontak-impact-reopen-rate>`,
    );
    await says(element, 'Anda belum punya akses ke laporan ini');
  });

  it('does not push away what stands below it when the figure comes', async () => {
    for (const width of [360, 620, 800, 1000]) {
      const page = await fixture<HTMLElement>(
        html`<div><qontak-impact-reopen-rate src=${SRC} .fetcher=${fakeService(hangs).fetcher}></qontak-impact-reopen-rate></div>`,
      );
      page.style.width = `${width}px`;
      const element = page.querySelector('qontak-impact-reopen-rate')!;
      const loading = element.getBoundingClientRect().height;
      element.data = report;
      await element.updateComplete;
      assert.closeTo(element.getBoundingClientRect().height, loading, 40, `at ${width} px`);
    }
  });
});
