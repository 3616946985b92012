import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { baselineOf, type BaselineWeek, firstBaselineMonday } from './baseline.ts';
import { addDays } from '../local-date.ts';
import { forecastOf } from './forecast-of.ts';

const NEXT = { from: '2026-11-02', to: '2026-11-08' };
const steady = (weeks: number, k: number, n: number): { k: number; n: number }[] => Array.from({ length: weeks }, () => ({ k, n }));

describe('when a forecast is given', () => {
  test('eight weeks of 62 in 100: between 52 and 72, around 62', () => {
    const forecast = forecastOf(steady(8, 62, 100), 'week', NEXT);
    assert.ok(forecast.status === 'ok');
    assert.ok(Math.abs(forecast.point - 0.62) < 0.02);
    assert.ok(forecast.low > 0.5 && forecast.high < 0.74);
    assert.equal(forecast.expected_n, 100);
    assert.equal(Math.round(forecast.low * 100) / 100, forecast.low);
  });
  const none = (periods: { k: number; n: number }[]): string => {
    const forecast = forecastOf(periods, 'week', NEXT);
    return forecast.status === 'ok' ? 'ok' : forecast.reason;
  };
  test('five weeks are too few', () => assert.equal(none(steady(5, 62, 100)), 'few_periods'));
  test('empty weeks before the first chat are no history', () => assert.equal(none([...steady(9, 0, 0), ...steady(5, 62, 100)]), 'few_periods'));
  test('20 chats a week are too few', () => assert.equal(none(steady(20, 12, 20)), 'few_chats'));
  test('two silent weeks at the end: the past says nothing any more', () => assert.equal(none([...steady(8, 62, 100), ...steady(2, 0, 0)]), 'stale'));
  test('weeks that jump about: too wide to be of use', () => assert.equal(none([10, 45, 12, 50, 8, 44].map((k) => ({ k, n: 60 }))), 'too_wide'));
});

describe('the starting point', () => {
  const weeksFrom = (monday: string, counts: [number, number][]): BaselineWeek[] => counts.map(([k, n], i) => ({ from: addDays(monday, 7 * i), k, n }));

  test('begins on the first Monday on or after activation', () => {
    assert.equal(firstBaselineMonday('2026-03-09'), '2026-03-09');
    assert.equal(firstBaselineMonday('2026-03-10'), '2026-03-16');
  });
  test('four weeks with 200 chats suffice', () => {
    const baseline = baselineOf(
      '2026-03-09',
      weeksFrom('2026-03-02', [
        [0, 0],
        [20, 50],
        [25, 50],
        [25, 50],
        [30, 50],
        [40, 50],
      ]),
      [{ k: 130, n: 200 }],
    );
    assert.ok(baseline.status === 'ok');
    assert.deepEqual([baseline.from, baseline.to, baseline.net.count, baseline.net.of, baseline.rough], ['2026-03-09', '2026-04-05', 100, 200, false]);
    assert.equal(baseline.change!.points, 15);
  });
  test('grows to eight weeks while chats are few, and says so', () => {
    const baseline = baselineOf(
      '2026-03-09',
      weeksFrom(
        '2026-03-09',
        Array.from({ length: 9 }, () => [5, 10] as [number, number]),
      ),
      [],
    );
    assert.ok(baseline.status === 'ok');
    assert.deepEqual([baseline.to, baseline.net.of, baseline.rough, baseline.change], ['2026-05-03', 80, true, null]);
  });
  test('is not there before its weeks are over, nor without a date, nor on a handful of chats', () => {
    const reason = (date: string | null, weeks: BaselineWeek[]): string => {
      const baseline = baselineOf(date, weeks, []);
      return baseline.status === 'ok' ? 'ok' : baseline.reason;
    };
    assert.equal(reason(null, []), 'no_activation_date');
    assert.equal(
      reason(
        '2026-03-09',
        weeksFrom('2026-03-09', [
          [50, 90],
          [50, 90],
          [50, 90],
        ]),
      ),
      'too_few_weeks',
    );
    assert.equal(
      reason(
        '2026-03-09',
        weeksFrom(
          '2026-03-09',
          Array.from({ length: 8 }, () => [1, 2] as [number, number]),
        ),
      ),
      'too_few_chats',
    );
  });
});
