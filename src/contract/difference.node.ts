import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ChangeFromStart, Difference, differenceOf, isDifferenceOf, newcombe, rateOf } from '@qontak/impact-contract';

describe('difference', () => {
  // Newcombe 1998, Interval estimation for the difference between independent proportions, table II, method 10
  const PUBLISHED = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ] as const;
  for (const [count, of, earlierCount, earlierOf, low, high] of PUBLISHED) {
    test(`the range of ${count}/${of} - ${earlierCount}/${earlierOf} is the published one`, () => {
      const range = newcombe(rateOf(count, of), rateOf(earlierCount, earlierOf));
      assert.ok(Math.abs(range.low - low) <= 1e-4, `${range.low} is not ${low}`);
      assert.ok(Math.abs(range.high - high) <= 1e-4, `${range.high} is not ${high}`);
    });
  }

  test('better and worse only when the range leaves 0 out', () => {
    const verdict = (now: number, earlier: number): string | undefined => differenceOf(rateOf(now, 1000), rateOf(earlier, 1000))?.verdict;
    assert.equal(verdict(620, 560), 'better');
    assert.equal(verdict(620, 600), 'same');
    assert.equal(verdict(620, 620), 'same');
    assert.equal(verdict(560, 620), 'worse');
  });

  test('points are whole, the range is rounded outward, and nothing is minus zero', () => {
    const difference = differenceOf(rateOf(62, 100), rateOf(62, 100))!;
    assert.deepEqual(difference, { verdict: 'same', points: 0, low: -14, high: 14, earlier: { share: 0.62, of: 100 } });
    assert.ok(Object.is(differenceOf(rateOf(6199, 10_000), rateOf(6200, 10_000))!.points, 0));
  });

  test('below 30 chats on either side there is no comparison', () => {
    assert.equal(differenceOf(rateOf(20, 29), rateOf(60, 100)), null);
    assert.equal(differenceOf(rateOf(60, 100), rateOf(20, 29)), null);
    assert.ok(differenceOf(rateOf(20, 30), rateOf(20, 30)));
  });

  test('the largest possible change fits the contract', () => {
    const difference = differenceOf(rateOf(40, 40), rateOf(0, 40))!;
    assert.equal(difference.points, 100);
    assert.ok(Difference.safeParse(difference).success);
    assert.ok(Difference.safeParse(differenceOf(rateOf(0, 40), rateOf(40, 40))).success);
  });

  test('a newer verdict reads as "other"; the numbers beside it are checked all the same', () => {
    const newer = { ...differenceOf(rateOf(620, 1000), rateOf(560, 1000))!, verdict: 'far_better' };
    for (const schema of [Difference, ChangeFromStart]) {
      assert.equal(schema.parse(newer).verdict, 'other');
      assert.ok(!schema.safeParse({ ...newer, points: newer.high + 1 }).success, 'outside its range');
    }
    const read = Difference.parse(newer);
    assert.ok(isDifferenceOf(rateOf(620, 1000), read, 'more') && isDifferenceOf(rateOf(620, 1000), read, 'fewer'));
    assert.ok(!isDifferenceOf(rateOf(700, 1000), read, 'more'), 'of another rate');
  });

  test('a difference that contradicts itself is refused', () => {
    const fine = differenceOf(rateOf(620, 1000), rateOf(560, 1000))!;
    const accepted = (change: object): boolean => Difference.safeParse({ ...fine, ...change }).success;
    assert.ok(accepted({}));
    assert.ok(!accepted({ points: fine.high + 1 }), 'outside its range');
    assert.ok(!accepted({ low: -1 }), 'better, though it may have fallen');
    assert.ok(!accepted({ verdict: 'same' }), 'the same, though 0 is left out');
    assert.ok(!accepted({ points: 6.5 }), 'half a point');
    assert.ok(!accepted({ earlier: { share: 0.5, of: 20 } }), 'against too few chats');
  });

  test('a change from the start that contradicts itself is refused', () => {
    const accepted = (verdict: ChangeFromStart['verdict'], points: number, low: number, high: number): boolean =>
      ChangeFromStart.safeParse({ verdict, points, low, high, earlier: { share: 0.5, of: 400 } }).success;
    assert.ok(accepted('better', 6, 0, 12) && accepted('worse', -6, -12, 0));
    assert.ok(!accepted('better', 6, -1, 12) && !accepted('worse', -6, -12, 1), 'certain, though 0 lies within');
    assert.ok(accepted('probably_better', 6, -1, 12) && accepted('probably_worse', -6, -12, 1));
    assert.ok(!accepted('probably_better', 6, 1, 12) && !accepted('probably_worse', -6, -12, -1), 'probable, though it is certain');
    assert.ok(!accepted('probably_better', -1, -9, 7) && !accepted('probably_worse', 1, -7, 9), 'the wrong way round');
    assert.ok(accepted('same', 1, -4, 6) && accepted('unclear', 1, -14, 16));
    assert.ok(!accepted('same', 5, 1, 9) && !accepted('unclear', 20, 1, 39), 'nothing to tell, though 0 is left out');
  });

  test('it belongs to its rate, and points where more, or fewer, is better', () => {
    const now = rateOf(620, 1000);
    const up = differenceOf(now, rateOf(560, 1000))!;
    assert.ok(isDifferenceOf(now, up, 'more'));
    assert.ok(!isDifferenceOf(now, up, 'fewer'));
    assert.ok(!isDifferenceOf(rateOf(700, 1000), up, 'more'), 'the points of another rate');
    assert.ok(!isDifferenceOf(rateOf(12, 20), up, 'more'), 'too few chats for a comparison');
    assert.ok(isDifferenceOf(rateOf(12, 20), null, 'more'));
  });
});
