import { assert, fixture, html, oneEvent } from '@open-wc/testing';
import { fakeService, hangs, readIn } from '#test/fake-service';
import type { Sentiment } from '#widgets/sentiment';
import '#widgets/sentiment';
import { sampleReport } from '../kit/sample-report.ts';
import { MONTH, sampleSentiment } from './sentiment.story.ts';

const month = sampleReport({ sentiment: MONTH });
const all = (sentiment: Sentiment, selector: string): Element[] => [...sentiment.shadowRoot!.querySelectorAll(selector)];

describe('mood of the customers', () => {
  it('says how they felt by the end, and on how many chats that rests', async () => {
    const sentiment = await fixture<Sentiment>(html`<qontak-impact-sentiment locale="id" .data=${month}></qontak-impact-sentiment>`);
    const text = readIn(sentiment);
    assert.include(text, 'Suasana pelanggan di akhir chat');
    assert.include(text, '31 membaik, 60 sama, 9 memburuk (dari 100)');
    assert.include(text, 'Terbaca pada 650 dari 812 chat');
  });

  it('draws three parts as long as their chats, and says them in words', async () => {
    const sentiment = await fixture<Sentiment>(html`<qontak-impact-sentiment locale="en" .data=${month}></qontak-impact-sentiment>`);
    const bar = all(sentiment, '.bar')[0]!;
    const widths = [...bar.querySelectorAll<SVGRectElement>('.part')].map((part) => part.getBBox().width);
    const whole = bar.getBoundingClientRect().width;
    [201, 392, 57].forEach((chats, i) => assert.closeTo(widths[i]! / whole, chats / 650, 0.01));
    assert.equal(bar.ariaLabel, 'Bar: 31 better, 60 same, 9 worse');
  });

  it('shows a part that is less than 1 of 100, and leaves out one that is none', async () => {
    const of = (better: number, same: number, worse: number) => sampleReport({ sentiment: sampleSentiment(better, same, worse) });
    const sentiment = await fixture<Sentiment>(html`<qontak-impact-sentiment locale="en" .data=${of(500, 9000, 1)}></qontak-impact-sentiment>`);
    assert.isAbove(all(sentiment, '.bar .worse')[0]!.getBoundingClientRect().width, 2);
    assert.include(readIn(sentiment), '<1 worse');
    sentiment.data = of(0, 140, 0);
    await sentiment.updateComplete;
    assert.equal(all(sentiment, '.bar .part').length, 1);
  });

  it('opens the chats of each part', async () => {
    const sentiment = await fixture<Sentiment>(html`<qontak-impact-sentiment locale="en" .data=${month}></qontak-impact-sentiment>`);
    const rows = all(sentiment, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent.trim()));
    assert.deepEqual(rows[0], ['Better', '31', '201 chats']);
    setTimeout(() => (all(sentiment, 'button.chats-number')[2] as HTMLElement).click());
    assert.equal((await oneEvent(sentiment, 'impact-open-chats')).detail.figure, 'sentiment_worse');
  });

  it('gives counts, not parts of 100, where chats are few', async () => {
    const sentiment = await fixture<Sentiment>(
      html`<qontak-impact-sentiment locale="en" .data=${sampleReport({ sentiment: sampleSentiment(2, 4, 1) })}></qontak-impact-sentiment>`,
    );
    assert.include(readIn(sentiment), 'Only 7 chats so far: 2 better, 4 same, 1 worse.');
    assert.notMatch(readIn(sentiment), /%|of 100/);
  });

  it('does not push away what stands below it when the figures come', async () => {
    for (const width of [360, 500, 800, 1016]) {
      const page = await fixture<HTMLElement>(
        html`<div><qontak-impact-sentiment src="https://metrics.example.id" .fetcher=${fakeService(hangs).fetcher}></qontak-impact-sentiment></div>`,
      );
      page.style.inlineSize = `${width}px`;
      const sentiment = page.querySelector('qontak-impact-sentiment')!;
      const loading = sentiment.getBoundingClientRect().height;
      sentiment.data = month;
      await sentiment.updateComplete;
      assert.closeTo(sentiment.getBoundingClientRect().height, loading, 30, `at ${width} px`);
    }
  });
});
