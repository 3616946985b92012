import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Turns, turnsWithin } from './turns.ts';

describe('turns within', () => {
  test('ten chats: half within 2, nine of ten within 5', () => {
    const histogram = [3, 3, 1, 1, 1, 1];
    assert.equal(turnsWithin(histogram, 0.5), 2);
    assert.equal(turnsWithin(histogram, 0.9), 5);
  });
  test('no chats: unknown, not 0', () => assert.equal(turnsWithin([0, 0], 0.5), null));
  test('is the order statistic of the sorted turns', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 21 }), { minLength: 1, maxLength: 60 }), fc.constantFrom(0.5, 0.9), (turns, share) => {
        const histogram = Array.from({ length: 21 }, (_, i) => turns.filter((t) => t === i + 1).length);
        const sorted = turns.toSorted((a, b) => a - b);
        assert.equal(turnsWithin(histogram, share), sorted[Math.ceil(share * turns.length - 1e-9) - 1]);
      }),
    );
  });
});

describe('turns', () => {
  const histogram = Array.from({ length: 21 }, (_, i) => [3, 3, 1, 1, 1, 1][i] ?? 0);
  const value = { status: 'ok', median: 2, nine_of_ten: 5, measured: 10, of: 12, histogram };
  test('what is usual follows from the histogram', () => {
    assert.ok(Turns.safeParse(value).success);
    assert.ok(!Turns.safeParse({ ...value, median: 3 }).success);
    assert.ok(!Turns.safeParse({ ...value, nine_of_ten: null }).success);
  });
  test('nothing measured: nothing is usual', () => {
    const none = { ...value, median: null, nine_of_ten: null, measured: 0, histogram: histogram.map(() => 0) };
    assert.ok(Turns.safeParse(none).success);
    assert.ok(!Turns.safeParse({ ...none, median: 1 }).success);
  });
});
