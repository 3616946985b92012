import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rateOf } from '@qontak/impact-contract';
import { revisedText } from './revised-text.ts';
import { sampleReport } from './sample-report.ts';

type Counts = readonly [count: number, of: number];

/** What is said of October when it was frozen as the one, and is the other now. */
function say(then: Counts, now: Counts, locale: 'id' | 'en' = 'en'): string | null {
  const frozen = { revision: 2, frozen_at: '2026-11-03T01:00:00Z', revised_at: '2026-11-20T01:00:00Z', net: rateOf(...then) };
  const { meta } = sampleReport();
  return revisedText(rateOf(...now), { ...meta, period: { ...meta.period, frozen } }, { locale, messages: undefined });
}
const figures = (then: Counts, now: Counts): string => say(then, now)!.replace(/^.*Before: /, '');

describe('what has changed after it was final', () => {
  test('is said with both figures', () => {
    assert.equal(
      say([632, 1000], [620, 1000], 'id'),
      'Sudah final sejak 3 Nov 2026. Setelah itu ada data susulan atau koreksi. Dulu: 63 dari 100, sekarang: 62 dari 100.',
    );
    assert.equal(say([632, 1000], [620, 1000]), 'Final since 3 Nov 2026. Late data or corrections came in after that. Before: 63 of 100, now: 62 of 100.');
  });
  test('is nothing when the figure is the same, or nothing was frozen', () => {
    assert.equal(say([620, 1000], [620, 1000]), null);
    const { meta } = sampleReport();
    assert.equal(revisedText(rateOf(620, 1000), meta, { locale: 'id', messages: undefined }), null);
  });
  test('of 30 to 99 chats is percentages', () => assert.equal(figures([30, 50], [62, 100]), '60%, now: 62%.'));
  test('of fewer is chats, also when only one of the two has fewer', () => {
    assert.equal(figures([5, 8], [4, 8]), '5 of 8 chats, now: 4 of 8 chats.');
    assert.equal(figures([5, 8], [80, 120]), '5 of 8 chats, now: 80 of 120 chats.');
    assert.equal(figures([0, 1], [1, 2]), '0 of 1 chat, now: 1 of 2 chats.');
  });
  test('is chats when both would sound the same', () => assert.equal(figures([620, 1000], [621, 1001]), '620 of 1,000 chats, now: 621 of 1,001 chats.'));
  test('calls a few of very many not none', () => assert.equal(figures([1, 500], [9, 500]), '1 of 500 chats, now: 9 of 500 chats.'));
  test('and where there was nothing, there was nothing', () => assert.equal(figures([0, 0], [5, 7]), 'no chats, now: 5 of 7 chats.'));
});
