import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addDays,
  daysBetween,
  ImpossiblePeriod,
  monthBefore,
  monthOf,
  monthsIn,
  Period,
  type PeriodQuery,
  previousPeriod,
  rateOf,
  resolvePeriod,
} from '@qontak/impact-contract';

describe('period', () => {
  const TODAY = '2026-11-16';
  const days = (query: PeriodQuery, today = TODAY): string => {
    const { from, to } = resolvePeriod(query, today);
    return `${from} ${to}`;
  };

  test('nothing asked for: the last full month before the newest data', () => {
    assert.equal(days({}), '2026-10-01 2026-10-31');
    assert.equal(days({}, '2026-11-01'), '2026-10-01 2026-10-31');
    assert.equal(days({}, '2026-10-31'), '2026-09-01 2026-09-30');
    assert.equal(days({}, '2027-01-15'), '2026-12-01 2026-12-31');
  });

  test('a month has its own length', () => {
    assert.equal(days({ period: '2026-02' }), '2026-02-01 2026-02-28');
    assert.equal(days({ period: '2028-02' }), '2028-02-01 2028-02-29');
    assert.equal(days({ period: '2100-02' }), '2100-02-01 2100-02-28');
    assert.equal(days({ period: '2026-12' }), '2026-12-01 2026-12-31');
  });

  test('the last full days end yesterday', () => {
    assert.equal(days({ period: 'P30D' }), '2026-10-17 2026-11-15');
    assert.equal(days({ period: 'P1D' }), '2026-11-15 2026-11-15');
    assert.equal(days({ period: 'P7D' }, '2027-01-03'), '2026-12-27 2027-01-02');
    assert.equal(days({ period: 'P366D' }), '2025-11-15 2026-11-15');
  });

  test('two dates stand for themselves', () => {
    assert.equal(days({ from: '2026-10-05', to: '2026-10-11' }), '2026-10-05 2026-10-11');
    assert.equal(days({ from: '2026-10-05', to: '2026-10-05' }), '2026-10-05 2026-10-05');
    assert.equal(days({ from: '2025-11-16', to: '2026-11-16' }), '2025-11-16 2026-11-16');
  });

  const IMPOSSIBLE: Record<string, PeriodQuery> = {
    'a month that does not exist': { period: '2026-13' },
    'a year': { period: '2026' },
    'no days': { period: 'P0D' },
    'too many days': { period: 'P367D' },
    weeks: { period: 'P4W' },
    'an empty period': { period: '' },
    'only the first day': { from: '2026-10-01' },
    'only the last day': { to: '2026-10-31' },
    'a day that does not exist': { from: '2026-02-29', to: '2026-03-01' },
    'a time': { from: '2026-10-01T00:00:00Z', to: '2026-10-31' },
    'an end before the beginning': { from: '2026-10-31', to: '2026-10-01' },
    'more than a year': { from: '2025-11-15', to: '2026-11-16' },
    'two ways at once': { period: '2026-10', from: '2026-10-01', to: '2026-10-31' },
  };
  for (const [what, query] of Object.entries(IMPOSSIBLE)) {
    test(`${what} is refused with words`, () => {
      assert.throws(
        () => resolvePeriod(query, TODAY),
        (error) => error instanceof ImpossiblePeriod && error.message.length > 20,
      );
    });
  }

  test('a month is compared with the month before, other days with as many just before', () => {
    assert.deepEqual(previousPeriod({ from: '2026-03-01', to: '2026-03-31' }), { from: '2026-02-01', to: '2026-02-28' });
    assert.deepEqual(previousPeriod({ from: '2026-01-01', to: '2026-01-31' }), { from: '2025-12-01', to: '2025-12-31' });
    assert.deepEqual(previousPeriod({ from: '2026-03-01', to: '2026-03-30' }), { from: '2026-01-30', to: '2026-02-28' });
    assert.deepEqual(previousPeriod({ from: '2026-10-12', to: '2026-10-12' }), { from: '2026-10-11', to: '2026-10-11' });
  });

  test('calendar arithmetic crosses months, years and leap days', () => {
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2028-02-28', 1), '2028-02-29');
    assert.equal(addDays('2026-01-01', -1), '2025-12-31');
    assert.equal(daysBetween('2026-10-01', '2026-10-31'), 31);
    assert.equal(daysBetween('2026-10-31', '2026-10-31'), 1);
    assert.equal(monthBefore('2026-01-31'), '2025-12');
    assert.deepEqual(monthOf('2026-04'), { from: '2026-04-01', to: '2026-04-30' });
  });

  test('a monthly fee is shared out by the days of each month', () => {
    assert.equal(monthsIn({ from: '2028-02-01', to: '2028-02-29' }), 1);
    assert.equal(monthsIn({ from: '2026-10-22', to: '2026-11-15' }), 10 / 31 + 15 / 30);
    assert.equal(monthsIn({ from: '2025-12-01', to: '2026-11-30' }), 12);
    assert.equal(monthsIn({ from: '2026-12-31', to: '2027-01-01' }), 2 / 31);
  });

  test('a period that ends before it begins is refused', () => {
    const period = { from: '2026-10-01', to: '2026-10-31', channel: null, status: 'final', final_on: '2026-11-03', frozen: null };
    assert.ok(Period.safeParse(period).success);
    assert.ok(!Period.safeParse({ ...period, to: '2026-09-30' }).success);
    assert.ok(!Period.safeParse({ ...period, to: '2026-10-32' }).success);
  });

  test('only what is final is frozen', () => {
    const frozen = { revision: 2, frozen_at: '2026-11-03T01:00:00Z', revised_at: '2026-11-20T01:00:00Z', net: rateOf(620, 1000) };
    const period = { from: '2026-10-01', to: '2026-10-31', channel: null, status: 'final', final_on: '2026-11-03', frozen };
    assert.ok(Period.safeParse(period).success);
    assert.ok(!Period.safeParse({ ...period, status: 'provisional' }).success);
    assert.ok(!Period.safeParse({ ...period, frozen: undefined }).success, 'not frozen is said, never left out');
    for (const revision of [0, 1.5, -1]) assert.ok(!Period.safeParse({ ...period, frozen: { ...frozen, revision } }).success);
  });
});
