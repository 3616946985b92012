// Weeks and months; the right answer was written down before the chats. 5 October 2026 is a Monday; Jakarta is UTC+7.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, type LocalDate, Trend, type TrendSeries, type TrendValue } from '@qontak/impact-contract';
import { BY_TEAM, NOW, ORGANIZATION, room, shop } from './by-hand.ts';
import { reportOf, type ReportQuery } from './index.ts';
import type { IssuedForecast, RoomRow, Shop } from '../rows.ts';

/** So many chats closed at noon of a day, the first `solved` of them by AI alone, the others handed over. */
const closedOn = (day: LocalDate, solved: number, of: number, row: Partial<RoomRow> = {}): RoomRow[] =>
  Array.from({ length: of }, (_, i) => {
    const id = `${day} ${row.channel ?? ''} ${i}`;
    const agent = i < solved ? null : 'budi';
    return room({
      id,
      contact_id: id,
      first_inbound_at: `${day}T04:00:00Z`,
      closed_at: `${day}T05:00:00Z`,
      assign_channel_agent_id: agent,
      ...row,
    });
  });
const weekly = (monday: LocalDate, counts: readonly (readonly [solved: number, of: number])[]): RoomRow[] =>
  counts.flatMap(([solved, of], i) => closedOn(addDays(monday, 7 * i), solved, of));

const trendOf = (its: Shop, query: ReportQuery = { period: '2026-10' }): TrendValue => {
  const value = Trend.parse(reportOf(its, query, NOW).data.trend);
  assert.ok(value.status === 'ok');
  return value;
};
const at = (as_of: string, rooms: RoomRow[], rest: Partial<Shop> = {}): Shop => shop(rooms, [], { as_of, ...rest });
const pointsOf = ({ points }: TrendSeries): string[] => points.map(({ from, to, status, net }) => `${from} ${to} ${status} ${net.count}/${net.of}`);

describe('trend', () => {
  test('weeks from that of the first closed chat to that of the newest data, silent ones too', () => {
    const chats = [...closedOn('2026-10-04', 1, 1), ...closedOn('2026-10-05', 2, 3), ...closedOn('2026-10-18', 1, 2)];
    assert.deepEqual(pointsOf(trendOf(at('2026-10-28T00:00:00Z', chats)).weeks), [
      '2026-09-28 2026-10-04 final 1/1',
      '2026-10-05 2026-10-11 final 2/3',
      '2026-10-12 2026-10-18 final 1/2',
      '2026-10-19 2026-10-25 final 0/0',
      '2026-10-26 2026-11-01 provisional 0/0',
    ]);
  });

  test('a week is final when 48 hours have passed since its last midnight, to the millisecond', () => {
    const last = (as_of: string) => pointsOf(trendOf(at(as_of, closedOn('2026-10-11', 1, 1))).weeks)[0];
    assert.equal(last('2026-10-13T17:00:00Z'), '2026-10-05 2026-10-11 final 1/1');
    assert.equal(last('2026-10-13T16:59:59.999Z'), '2026-10-05 2026-10-11 provisional 1/1');
  });

  test('months of their own length; a chat belongs to the local day of its close', () => {
    const chats = [room({ id: 'a', closed_at: '2026-08-31T16:59:59Z' }), room({ id: 'b', contact_id: 'b', closed_at: '2026-08-31T17:00:00Z' })];
    assert.deepEqual(pointsOf(trendOf(at('2026-10-02T00:00:00Z', chats)).months), [
      '2026-08-01 2026-08-31 final 1/1',
      '2026-09-01 2026-09-30 provisional 1/1',
      '2026-10-01 2026-10-31 provisional 0/0',
    ]);
  });

  test('the last 26 weeks and 12 months of a long time', () => {
    const { weeks, months } = trendOf(at('2026-10-28T00:00:00Z', closedOn('2025-01-01', 1, 1)));
    assert.deepEqual([weeks.points.length, weeks.points[0]!.from, weeks.points.at(-1)!.from], [26, '2026-05-04', '2026-10-26']);
    assert.deepEqual([months.points.length, months.points[0]!.from, months.points.at(-1)!.from], [12, '2025-11-01', '2026-10-01']);
  });

  test('a chat of the team begins the trend, a chat that is open does not; young ones wait', () => {
    const chats = [
      room({ id: 'open', first_inbound_at: '2026-09-01T00:00:00Z', closed_at: null, closed_reason: null }),
      room({ id: 'team', closed_at: '2026-10-06T00:00:00Z', ...BY_TEAM }),
      ...closedOn('2026-10-13', 1, 1),
    ];
    assert.deepEqual(pointsOf(trendOf(at('2026-10-14T00:00:00Z', chats)).weeks), ['2026-10-05 2026-10-11 final 0/0', '2026-10-12 2026-10-18 provisional 0/0']);
  });

  test('gross stands beside net', () => {
    const back = room({ id: 'back', contact_id: '2026-10-05  0', first_inbound_at: '2026-10-06T00:00:00Z', closed_at: null, closed_reason: null });
    const [point] = trendOf(at('2026-10-28T00:00:00Z', [...closedOn('2026-10-05', 2, 4), back])).weeks.points;
    assert.deepEqual([point!.net.count, point!.gross.count, point!.gross.of], [1, 2, 4]);
  });

  test('a channel has its own trend, which begins with its own first chat', () => {
    const chats = [...closedOn('2026-10-05', 1, 1), ...closedOn('2026-10-12', 2, 3, { channel: 'instagram' })];
    const { weeks } = trendOf(at('2026-10-20T00:00:00Z', chats), { period: '2026-10', channel: 'instagram' });
    assert.deepEqual(pointsOf(weeks), ['2026-10-12 2026-10-18 provisional 2/3', '2026-10-19 2026-10-25 provisional 0/0']);
  });

  test('no closed chat, or none before the newest data: no points', () => {
    const none = { points: [], forecast: { status: 'unavailable', reason: 'few_periods', periods_used: 0 }, graded: [], track: { issued: 0, inside: 0 } };
    assert.deepEqual(trendOf(shop([])).weeks, none);
    assert.deepEqual(trendOf(at('2026-09-20T00:00:00Z', closedOn('2026-10-05', 1, 1))).weeks, none);
  });
});

const STEADY = Array.from({ length: 42 }, () => [62, 100] as const);

describe('forecast', () => {
  const AS_OF = '2026-10-28T00:00:00Z';

  test('of the period after the last final one, not of the one after that which is running', () => {
    const { weeks, months } = trendOf(at(AS_OF, weekly('2026-01-05', STEADY)));
    assert.ok(weeks.forecast.status === 'ok' && months.forecast.status === 'ok');
    assert.deepEqual([weeks.forecast.from, weeks.forecast.to], ['2026-10-26', '2026-11-01']);
    assert.deepEqual([months.forecast.from, months.forecast.to], ['2026-10-01', '2026-10-31']);
    assert.ok(weeks.forecast.low <= 0.62 && weeks.forecast.high >= 0.62);
  });

  test('rests on every final week since the first, also on those that are not shown', () => {
    const { weeks } = trendOf(at(AS_OF, weekly('2026-01-05', STEADY)));
    assert.ok(weeks.forecast.status === 'ok');
    assert.deepEqual([weeks.points.length, weeks.forecast.periods_used], [26, 42]);
  });

  test('says why there is none', () => {
    const reason = (its: Shop): string => {
      const { forecast } = trendOf(its).weeks;
      return forecast.status === 'ok' ? 'ok' : `${forecast.reason} ${forecast.periods_used}`;
    };
    assert.equal(reason(at(AS_OF, weekly('2026-09-21', STEADY.slice(0, 5)))), 'few_periods 5');
    assert.equal(reason(at('2026-10-27T16:59:59Z', weekly('2026-09-14', STEADY.slice(0, 6)))), 'few_periods 5');
    assert.equal(reason(at(AS_OF, weekly('2026-08-31', Array(8).fill([6, 10])))), 'few_chats 8');
    assert.equal(reason(at(AS_OF, weekly('2026-08-24', STEADY.slice(0, 7)))), 'stale 7');
  });

  test("a channel is forecast on its own chats, and a channel's report grades nothing", () => {
    const forecasts: IssuedForecast[] = [{ unit: 'week', from: '2026-10-12', to: '2026-10-18', point: 0.6, low: 0.5, high: 0.7 }];
    const its = at(AS_OF, weekly('2026-08-31', STEADY.slice(0, 8)), { forecasts });
    const other = trendOf(its, { period: '2026-10', channel: 'instagram' }).weeks;
    assert.deepEqual([other.forecast.status, other.graded, other.track], ['unavailable', [], { issued: 0, inside: 0 }]);
    const own = trendOf(its, { period: '2026-10', channel: 'whatsapp' }).weeks;
    assert.deepEqual([own.forecast.status, own.graded], ['ok', []]);
  });
});

describe('graded forecasts', () => {
  const issued = (from: LocalDate, low: number, high: number): IssuedForecast => ({
    unit: 'week',
    from,
    to: addDays(from, 6),
    point: (low + high) / 2,
    low,
    high,
  });
  const graded = (forecasts: IssuedForecast[], chats: RoomRow[], as_of = '2026-10-28T00:00:00Z') => {
    const { weeks } = trendOf(at(as_of, chats, { forecasts }));
    return { list: weeks.graded.map(({ from, actual, inside }) => [from, actual.count, actual.of, inside]), track: weeks.track };
  };

  test('newest first, each beside what happened', () => {
    const forecasts = [issued('2026-10-05', 0.5, 0.7), issued('2026-10-12', 0.5, 0.7)];
    assert.deepEqual(
      graded(
        forecasts,
        weekly('2026-10-05', [
          [60, 100],
          [40, 100],
        ]),
      ),
      {
        list: [
          ['2026-10-12', 40, 100, false],
          ['2026-10-05', 60, 100, true],
        ],
        track: { issued: 2, inside: 1 },
      },
    );
  });

  test('both ends of the range are inside; what happened is rounded to the whole percentages in which it was told', () => {
    const inside = (solved: number, of: number, low: number, high: number) =>
      graded([issued('2026-10-05', low, high)], closedOn('2026-10-05', solved, of)).list[0]![3];
    assert.equal(inside(58, 100, 0.58, 0.66), true);
    assert.equal(inside(66, 100, 0.58, 0.66), true);
    assert.equal(inside(57, 100, 0.58, 0.66), false);
    assert.equal(inside(115, 200, 0.58, 0.66), true);
    assert.equal(inside(114, 200, 0.58, 0.66), false);
    assert.equal(inside(133, 200, 0.58, 0.66), false);
    assert.equal(inside(29, 100, 0.29, 0.29), true);
  });

  test('only once the period is final, and only if something was judged in it', () => {
    const chats = weekly('2026-10-05', [[60, 100]]);
    assert.equal(graded([issued('2026-10-05', 0.5, 0.7)], chats, '2026-10-13T16:59:59Z').track.issued, 0);
    assert.equal(graded([issued('2026-10-05', 0.5, 0.7)], chats, '2026-10-13T17:00:00Z').track.issued, 1);
    assert.equal(graded([issued('2026-10-12', 0.5, 0.7)], chats).track.issued, 0);
  });

  test('the newest 12 are listed, all are counted; months are graded by themselves', () => {
    const forecasts = Array.from({ length: 15 }, (_, i) => issued(addDays('2026-06-01', 7 * i), 0.5, 0.7));
    const month: IssuedForecast = { unit: 'month', from: '2026-06-01', to: '2026-06-30', point: 0.35, low: 0.3, high: 0.4 };
    const { weeks, months } = trendOf(at('2026-10-28T00:00:00Z', weekly('2026-06-01', STEADY.slice(0, 15)), { forecasts: [...forecasts, month] }));
    assert.deepEqual([weeks.graded.length, weeks.track], [12, { issued: 15, inside: 15 }]);
    assert.equal(weeks.graded[0]!.from, '2026-09-07');
    assert.deepEqual([months.graded.length, months.track], [1, { issued: 1, inside: 0 }]);
  });
});

describe('starting point', () => {
  const baselineOf = (its: Shop, query?: ReportQuery) => trendOf(its, query).baseline;
  const since = (ai_activated_on: LocalDate | null): Partial<Shop> => ({ organization: { ...ORGANIZATION, ai_activated_on } });
  // four weeks after the first Monday with AI, and then October, better than they were
  const chats = [
    ...weekly('2026-08-24', [
      [1, 100],
      [50, 100],
      [50, 100],
      [50, 100],
      [50, 100],
    ]),
    ...weekly('2026-10-05', [
      [70, 100],
      [75, 100],
      [80, 100],
    ]),
  ];
  const its = at('2026-10-28T00:00:00Z', chats, since('2026-08-26'));

  test('the four whole weeks after the one in which AI was switched on', () => {
    const baseline = baselineOf(its);
    assert.ok(baseline.status === 'ok');
    assert.deepEqual([baseline.from, baseline.to, baseline.net.count, baseline.net.of, baseline.rough], ['2026-08-31', '2026-09-27', 200, 400, false]);
  });

  test('compared with the final weeks that lie wholly in the period; the headline says the same', () => {
    const baseline = baselineOf(its);
    assert.ok(baseline.status === 'ok');
    assert.deepEqual([baseline.change?.points, baseline.change?.verdict, baseline.change?.earlier], [25, 'better', { share: 0.5, of: 400 }]);
    const { hero } = reportOf(its, { period: '2026-10' }, NOW).data;
    assert.ok(hero.status === 'ok');
    assert.deepEqual(hero.vs_first_month, baseline.change);
    const cut = baselineOf(its, { from: '2026-10-06', to: '2026-10-25' });
    assert.ok(cut.status === 'ok');
    assert.equal(cut.change?.points, 28, '75 and 80 of 100, because the first week is not whole');
  });

  test('no whole final week in the period: nothing to compare', () => {
    const change = (query: ReportQuery) => {
      const baseline = baselineOf(its, query);
      return baseline.status === 'ok' ? baseline.change : baseline.reason;
    };
    assert.equal(change({ from: '2026-10-06', to: '2026-10-11' }), null);
    assert.equal(change({ from: '2026-10-26', to: '2026-11-01' }), null);
    assert.notEqual(change({ from: '2026-10-05', to: '2026-10-11' }), null);
  });

  test('says why there is none, and then the headline compares with nothing', () => {
    const reason = (rest: Partial<Shop>) => {
      const baseline = baselineOf({ ...its, ...rest });
      return baseline.status === 'ok' ? 'ok' : baseline.reason;
    };
    assert.equal(reason(since(null)), 'no_activation_date');
    assert.equal(reason(since('2026-10-12')), 'too_few_weeks');
    assert.equal(reason({ rooms: weekly('2026-08-31', Array(8).fill([1, 2])) }), 'too_few_chats');
    const { hero } = reportOf({ ...its, ...since(null) }, { period: '2026-10' }, NOW).data;
    assert.ok(hero.status === 'ok');
    assert.equal(hero.vs_first_month, null);
  });

  test('frozen: later changes of its weeks move nothing; a channel has none that is frozen', () => {
    const baseline_weeks = [0, 7, 14, 21].map((days) => ({ from: addDays('2026-08-31', days), k: 40, n: 100 }));
    const late = { ...its, baseline_weeks };
    const [frozen, own] = [baselineOf(late), baselineOf(late, { period: '2026-10', channel: 'whatsapp' })];
    assert.ok(frozen.status === 'ok' && own.status === 'ok');
    assert.deepEqual([frozen.net.count, frozen.net.of, frozen.change?.points], [160, 400, 35]);
    assert.equal(own.net.count, 200);
  });

  test('a channel has its own', () => {
    const other = baselineOf(
      { ...its, rooms: [...chats, ...closedOn('2026-09-01', 9, 9, { channel: 'instagram' })] },
      { period: '2026-10', channel: 'instagram' },
    );
    assert.deepEqual(other, { status: 'unavailable', reason: 'too_few_chats' });
  });
});
