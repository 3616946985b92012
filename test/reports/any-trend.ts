import {
  addDays,
  type Baseline,
  BASELINE_REASONS,
  type Difference,
  differenceOf,
  type Forecast,
  FORECAST_REASONS,
  type GradedForecast,
  monthBefore,
  monthOf,
  rateOf,
  SIZE_FROM,
  type TrendPoint,
  type TrendSeries,
  type TrendValue,
} from '@qontak/impact-contract';
import fc from 'fast-check';
import { anyCount, anyDay, anyPart, orNull, partOf } from './any.ts';

type Unit = 'week' | 'month';
interface Days {
  from: string;
  to: string;
}

/** The last n weeks or months up to that of a day, oldest first. */
function spansUpTo(unit: Unit, day: string, n: number): Days[] {
  if (unit === 'week') {
    const monday = addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
    return Array.from({ length: n }, (_, i) => addDays(monday, -7 * (n - 1 - i))).map((from) => ({ from, to: addDays(from, 6) }));
  }
  const months = [day.slice(0, 7)];
  while (months.length < n) months.unshift(monthBefore(`${months[0]}-01`));
  return months.slice(0, n).map(monthOf);
}

const after = (unit: Unit, { to }: Days): Days => {
  const from = addDays(to, 1);
  return unit === 'week' ? { from, to: addDays(from, 6) } : monthOf(from.slice(0, 7));
};

const pointOf = (days: Days, status: TrendPoint['status'], [of, looked, stayed]: readonly number[]): TrendPoint => {
  const gross = partOf(of!, looked!);
  return { ...days, status, net: rateOf(partOf(gross, stayed!), of!), gross: rateOf(gross, of!) };
};

/** Low, middle and high, rounded outward as they are told. */
const anyRange = fc
  .tuple(anyPart, anyPart, anyPart)
  .map((parts) => parts.toSorted((a, b) => a - b) as [number, number, number])
  .map(([low, point, high]) => ({ low: Math.floor(low * 100) / 100, point, high: Math.ceil(high * 100) / 100 }));

const anyForecast = (days: Days): fc.Arbitrary<Forecast> =>
  fc.oneof(
    fc
      .record({ range: anyRange, expected_n: anyCount, periods_used: fc.nat(60) })
      .map(({ range, ...rest }): Forecast => ({ status: 'ok', ...days, ...range, ...rest, level: 0.8, method: 'dglm-logit/1' })),
    fc.record({ status: fc.constant('unavailable' as const), reason: fc.constantFrom(...FORECAST_REASONS), periods_used: fc.nat(60) }),
  );

function gradedOf(points: readonly TrendPoint[], ranges: readonly { low: number; point: number; high: number }[]): GradedForecast[] {
  const final = points.filter(({ status, net }) => status === 'final' && net.of > 0).toReversed();
  return final.slice(0, ranges.length).map(({ from, to, net }, i) => {
    const { low, point, high } = ranges[i]!;
    const percent = Math.round((100 * net.count) / net.of);
    return { from, to, point, low, high, actual: net, inside: Math.round(low * 100) <= percent && percent <= Math.round(high * 100) };
  });
}

const anySeries = (unit: Unit, day: string): fc.Arbitrary<TrendSeries> =>
  fc
    .record({
      counts: fc.array(fc.tuple(anyCount, anyPart, anyPart), { maxLength: unit === 'week' ? 26 : 12 }),
      open: fc.integer({ min: 0, max: 2 }),
      ranges: fc.array(anyRange, { maxLength: 12 }),
      more: fc.tuple(fc.nat(30), anyPart),
    })
    .chain(({ counts, open, ranges, more: [more, held] }) => {
      const spans = spansUpTo(unit, day, counts.length);
      const points = spans.map((span, i) => pointOf(span, i < counts.length - open ? 'final' : 'provisional', counts[i]!));
      const graded = gradedOf(points, ranges);
      const last = points.findLast(({ status }) => status === 'final') ?? { from: day, to: day };
      const track = { issued: graded.length + more, inside: graded.filter(({ inside }) => inside).length + partOf(more, held) };
      return anyForecast(after(unit, last)).map((forecast): TrendSeries => ({ points, forecast, graded, track }));
    });

const anyBaseline: fc.Arbitrary<Baseline> = fc.oneof(
  fc
    .record({ day: anyDay, weeks: fc.integer({ min: 4, max: 8 }), of: anyCount, part: anyPart, now: orNull(fc.tuple(anyCount, anyPart)) })
    .map(({ day, weeks, of, part, now }): Baseline => {
      const net = rateOf(partOf(of, part), of);
      if (of < SIZE_FROM.rough) return { status: 'unavailable', reason: 'too_few_chats' };
      const from = spansUpTo('week', day, 1)[0]!.from;
      const change: Difference | null = now === null ? null : differenceOf(rateOf(partOf(...now), now[0]), net);
      return { status: 'ok', from, to: addDays(from, 7 * weeks - 1), net, rough: of < SIZE_FROM.full, change };
    }),
  fc.record({ status: fc.constant('unavailable' as const), reason: fc.constantFrom(...BASELINE_REASONS) }),
);

export const anyTrend: fc.Arbitrary<TrendValue> = anyDay.chain((day) =>
  fc.record({ status: fc.constant('ok' as const), weeks: anySeries('week', day), months: anySeries('month', day), baseline: anyBaseline }),
);
