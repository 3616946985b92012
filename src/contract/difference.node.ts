import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Difference, differenceOf, newcombe, rateOf } from '@qontak/impact-contract';

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
});
