import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Rate, rateOf, sizeOf, wilson } from '@qontak/impact-contract';

const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);

describe('rate', () => {
  // Six digits are what was published, so that is how closely we can agree.
  const PUBLISHED = [
    // R prop.test without continuity correction, and statsmodels
    [0, 20, 0, 0.161125, 1e-6],
    [1, 29, 0.006113, 0.171755, 1e-6],
    [15, 20, 0.531299, 0.888138, 1e-6],
    [62, 100, 0.522098, 0.709024, 1e-6],
    // Newcombe 1998, Two-sided confidence intervals for the single proportion
    [81, 263, 0.2553, 0.3662, 5e-5],
    [15, 148, 0.0624, 0.1605, 5e-5],
  ] as const;
  for (const [count, of, low, high, tolerance] of PUBLISHED) {
    test(`the 95 % range of ${count} of ${of} is the published one`, () => {
      near(wilson(count, of).low, low, tolerance);
      near(wilson(count, of).high, high, tolerance);
    });
  }

  test('the 80 % range is the published one', () => {
    const z80 = 1.2815515655446004;
    near(wilson(15, 20, z80).low, 0.610244, 1e-6);
    near(wilson(15, 20, z80).high, 0.851812, 1e-6);
    near(wilson(62, 100, z80).low, 0.55633, 1e-6);
    near(wilson(62, 100, z80).high, 0.679792, 1e-6);
  });

  test('62 % means less with fewer chats', () => {
    // The nearest whole count stands for 62 %; the ranges are given in whole percent.
    for (const [of, low, high] of [
      [30, 45, 78],
      [100, 52, 71],
      [300, 56, 67],
      [1000, 59, 65],
    ] as const) {
      const range = wilson(Math.round(0.62 * of), of);
      near(range.low * 100, low, 0.6);
      near(range.high * 100, high, 0.6);
    }
  });

  test('the range holds the share and stays within 0..1, for every count', () => {
    for (let of = 1; of <= 150; of++) {
      for (let count = 0; count <= of; count++) assert.ok(Rate.safeParse(rateOf(count, of)).success, `${count} of ${of}`);
    }
  });

  test('what may be said changes at 1, 10, 30 and 100 chats', () => {
    const steps = [0, 1, 9, 10, 29, 30, 99, 100, 1_000_000].map(sizeOf);
    assert.deepEqual(steps, ['none', 'counts', 'counts', 'x_of_n', 'x_of_n', 'rough', 'rough', 'full', 'full']);
  });

  test('without chats there is no share', () => {
    assert.deepEqual(rateOf(0, 0), { share: null, low: null, high: null, count: 0, of: 0, size: 'none' });
  });

  test('a rate that contradicts itself is refused', () => {
    const fine = rateOf(62, 100);
    assert.ok(Rate.safeParse(fine).success);
    const wrong: Record<string, object> = {
      'more than the whole': { ...rateOf(100, 100), count: 101 },
      'another size': { ...fine, size: 'rough' },
      'a share that does not follow': { ...fine, share: 0.63 },
      'a range beside the share': { ...fine, low: 0.63 },
      'a range below the share': { ...fine, high: 0.61 },
      'the range of more chats': { ...fine, low: 0.6, high: 0.64 },
      'no share although there are chats': { ...fine, share: null },
      'a share although there are no chats': { ...rateOf(0, 0), share: 0 },
      'half a chat': { ...fine, count: 61.5 },
      'fewer than no chats': { ...fine, count: -1 },
      'a percentage in place of a share': { ...fine, share: 62, high: 70 },
    };
    for (const [what, rate] of Object.entries(wrong)) assert.ok(!Rate.safeParse(rate).success, what);
  });
});
