import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { turnsWithin } from './turns.ts';

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
