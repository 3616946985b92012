import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { forecastRate, type Period } from './rate-forecast.ts';

const weeks = (...pairs: [number, number][]): Period[] => pairs.map(([k, n]) => ({ k, n }));

// Means and 80 % limits from an exact filter by numerical integration (design, forecast.md section 4).
const EXACT = [
  {
    name: 'a slow rise',
    periods: weeks([62, 100], [70, 110], [66, 105], [75, 112], [73, 108], [80, 115], [78, 109], [85, 118]),
    expected: 110,
    point: 0.6909,
    low: 0.6182,
    high: 0.7636,
  },
  { name: 'four small weeks', periods: weeks([12, 20], [14, 22], [11, 18], [13, 21]), expected: 20, point: 0.6164, low: 0.45, high: 0.8 },
];

describe('forecast of a rate', () => {
  for (const { name, periods, expected, point, low, high } of EXACT) {
    test(`${name}: close to the exact filter`, () => {
      const forecast = forecastRate(periods, expected, 0.8, 'week');
      const step = Math.max(0.04, 1 / expected);
      assert.ok(Math.abs(forecast.point - point) < 0.012, `point ${forecast.point}`);
      assert.ok(Math.abs(forecast.low - low) < step, `low ${forecast.low}`);
      assert.ok(Math.abs(forecast.high - high) < step, `high ${forecast.high}`);
    });
  }

  test('a gap only makes the range wider', () => {
    const full = forecastRate(weeks([30, 50], [36, 55], [33, 48], [40, 60]), 55, 0.8, 'week');
    const gap = forecastRate(weeks([30, 50], [36, 55], [33, 48], [40, 60], [0, 0], [0, 0]), 55, 0.8, 'week');
    assert.ok(gap.high - gap.low > full.high - full.low);
  });

  test('stays in 0..1, in order, 80 % inside 95 %, never narrower than chance, and says the same twice', () => {
    const period = fc
      .record({ n: fc.integer({ min: 0, max: 3000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
      .map(({ n, share }) => ({ k: Math.round(n * share), n }));
    const series = fc.array(period, { minLength: 1, maxLength: 30 }).filter((periods) => periods.some(({ n }) => n > 0));
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 3000 }), fc.constantFrom('week' as const, 'month' as const), (periods, expected, unit) => {
        const narrow = forecastRate(periods, expected, 0.8, unit);
        const wide = forecastRate(periods, expected, 0.95, unit);
        assert.ok(
          0 <= wide.low && wide.low <= narrow.low && narrow.low <= narrow.point && narrow.point <= narrow.high && narrow.high <= wide.high && wide.high <= 1,
        );
        const floor = 2.5631 * Math.sqrt((narrow.point * (1 - narrow.point)) / expected);
        const cut = narrow.low === 0 || narrow.high === 1;
        assert.ok(cut || narrow.high - narrow.low >= 0.9 * floor, `width ${narrow.high - narrow.low}, chance alone ${floor}`);
        assert.deepEqual(forecastRate(periods, expected, 0.8, unit), narrow);
      }),
      { numRuns: 60 },
    );
  });
});
