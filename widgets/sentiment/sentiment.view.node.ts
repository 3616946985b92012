import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ReportMeta, Sentiment, type SentimentValue } from '@qontak/impact-contract';
import fc from 'fast-check';
import { createLang, LOCALES } from '#lang';
import { sampleReport } from '../kit/sample-report.ts';
import { sampleSentiment } from './sentiment.story.ts';
import { strings } from './sentiment.strings.ts';
import { sentimentView, type SentimentView } from './sentiment.view.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);
const { meta } = sampleReport();
const RUNNING: ReportMeta = {
  ...meta,
  period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null },
};

const say = (better: number, same: number, worse: number, { lang = id, eligible = undefined as number | undefined, at = meta } = {}): SentimentView =>
  sentimentView(sampleSentiment(better, same, worse, eligible), at, lang);

describe('mood: the words', () => {
  test('100 chats and more: of 100', () => {
    assert.equal(say(201, 392, 57).headline, '31 membaik, 60 sama, 9 memburuk (dari 100)');
    assert.equal(say(201, 392, 57, { lang: en }).headline, '31 better, 60 same, 9 worse (of 100)');
  });
  test('30 to 99: percentages, marked rough', () => {
    const view = say(18, 29, 5);
    assert.equal(view.headline, 'Kira-\u2060kira 34% membaik, 56% sama, 10% memburuk');
    assert.equal(view.rough, true);
  });
  test('10 to 29: real chats', () => assert.equal(say(8, 14, 2, { lang: en }).headline, 'Of 24 chats: 8 better, 14 same, 2 worse'));
  test('1 to 9: counts, and that they are few', () => {
    assert.equal(say(2, 4, 1).headline, 'Baru 7 chat: 2 membaik, 4 sama, 1 memburuk.');
    assert.equal(say(2, 4, 1).help, 'Terlalu sedikit untuk dijadikan persen.');
    assert.equal(say(1, 0, 0, { lang: en }).headline, 'Only 1 chat so far: 1 better, 0 same, 0 worse.');
  });
  test('none: nothing is claimed', () => {
    const view = say(0, 0, 0, { eligible: 6, at: RUNNING, lang: en });
    assert.equal(view.headline, "How customers felt in November 2026 can't be read yet");
    assert.deepEqual(view.parts, []);
    assert.match(view.coverage!.text, /Read in 0 of 6 chats/);
    assert.match(view.help!, /once the mood of these chats has been read/);
    assert.match(say(0, 0, 0, { at: RUNNING, lang: en }).help!, /once customers have written at least 2 messages/);
    const over = say(0, 0, 0);
    assert.deepEqual([over.headline, over.help], ['Tidak ada suasana pelanggan yang bisa dibaca pada Oktober 2026', null]);
    assert.equal(say(0, 0, 0).coverage, null);
  });
  test('something is never 0, and all but one is never 100', () => {
    assert.equal(say(1, 9998, 1).headline, '<1 membaik, >99 sama, <1 memburuk (dari 100)');
    assert.equal(say(0, 140, 0).headline, '0 membaik, 100 sama, 0 memburuk (dari 100)');
  });
  test('on how many chats it rests', () => {
    const { coverage } = say(201, 392, 57, { eligible: 1812 });
    assert.match(coverage!.text, /Terbaca pada 650 dari 1\.812 chat dengan AI/);
    assert.deepEqual(
      coverage!.pieces.flatMap(({ opens }) => opens?.figure ?? []),
      ['sentiment_known', 'sentiment_eligible'],
    );
  });
  test('a part without chats opens none', () => {
    assert.deepEqual(
      say(0, 140, 3).parts.map(({ figure }) => figure),
      [null, 'sentiment_same', 'sentiment_worse'],
    );
  });
});

const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 200_000 }));

function forAll(check: (view: SentimentView, sentiment: SentimentValue) => void): void {
  fc.assert(
    fc.property(count, count, count, fc.nat(500), fc.constantFrom(...LOCALES), fc.constantFrom(meta, RUNNING), (better, same, worse, more, locale, at) => {
      const sentiment = sampleSentiment(better, same, worse, better + same + worse + more);
      check(sentimentView(sentiment, at, createLang(locale, strings)), sentiment);
    }),
    { numRuns: 600 },
  );
}

describe('mood: for every shop', () => {
  test('the sample is one that the contract takes', () => forAll((_, sentiment) => assert.ok(Sentiment.safeParse(sentiment).success)));
  test('no hole reaches the page', () => forAll((view) => assert.doesNotMatch(JSON.stringify(view), /NaN|undefined|Infinity|\{\{|\[object/)));
  test('no percentage under 30 chats, no "of 100" under 100', () =>
    forAll((view, { measured }) => {
      if (measured < 30) assert.doesNotMatch(JSON.stringify(view), /%/);
      if (measured < 100) assert.doesNotMatch(view.headline, /(dari|of) 100\)/);
    }));
  test('the three add up to 100, and the parts to the bar', () =>
    forAll(({ parts }, { measured }) => {
      if (measured === 0) return;
      assert.ok(Math.abs(parts.reduce((sum, { width }) => sum + width, 0) - 1) < 1e-9);
      const values = parts.map(({ value }) => value);
      if (values.some((value) => value === null || /[<>]/.test(value))) return;
      assert.equal(
        values.reduce((sum, value) => sum + Number.parseInt(value!, 10), 0),
        100,
      );
    }));
});
