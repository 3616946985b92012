// How net moved, where it began and what to expect next: spec/metrics.md, section 5.
import {
  type Days,
  type Forecast,
  type GradedForecast,
  holds,
  judged,
  type LocalDate,
  rateOf,
  type TrendPoint,
  type TrendSeries,
  type TrendValue,
} from '@qontak/impact-contract';
import { baselineOf, type BaselineWeek, type CompletePeriod, forecastOf } from '@qontak/impact-contract/statistics';
import { localDay } from '../local-time.ts';
import type { IssuedForecast } from '../rows.ts';
import { spanAfter, spanOf, spansBetween, type Unit } from './calendar.ts';
import { type ClosedChat, count, outcomesOf } from './cohort.ts';
import { periodOf } from './period.ts';

/** So many points are drawn; forecast and starting point look at all of them. */
const SHOWN: Readonly<Record<Unit, number>> = { week: 26, month: 12 };
const GRADED_SHOWN = 12;

/** What the trend has to know beside the chats. */
export interface TrendBasis {
  /** Milliseconds. */
  asOf: number;
  timeZone: string;
  aiActivatedOn: LocalDate | null;
  /** The report's period, which is compared with the starting point. */
  days: Days;
  /** Forecasts are issued, and the starting point is frozen, for all channels together: a channel has none of them. */
  forecasts: readonly IssuedForecast[];
  frozen: readonly BaselineWeek[] | null;
}

/** Both lines over all chats of a channel, or of all channels. */
export function trend(closed: readonly ClosedChat[], basis: TrendBasis): TrendValue {
  const [weeks, months] = [pointsOf(closed, 'week', basis), pointsOf(closed, 'month', basis)];
  const { aiActivatedOn, days, frozen } = basis;
  const finalWeeks = weeks.filter(isFinal).map((week) => ({ from: week.from, to: week.to, ...countsOf(week) }));
  const now = finalWeeks.filter(({ from, to }) => days.from <= from && to <= days.to);
  return {
    status: 'ok',
    weeks: seriesOf(weeks, 'week', basis),
    months: seriesOf(months, 'month', basis),
    baseline: baselineOf(aiActivatedOn, frozen ?? finalWeeks, now),
  };
}

const isFinal = ({ status }: TrendPoint): boolean => status === 'final';
const countsOf = ({ net }: TrendPoint): CompletePeriod => ({ k: net.count, n: net.of });

/** Every week or month from that of the first closed chat to that of the newest data. */
export function pointsOf(closed: readonly ClosedChat[], unit: Unit, { asOf, timeZone }: Pick<TrendBasis, 'asOf' | 'timeZone'>): TrendPoint[] {
  const byDay = Map.groupBy(closed, ({ local_day }) => local_day);
  const days = [...byDay.keys()].sort();
  if (days.length === 0) return [];
  const daysOf = Map.groupBy(days, (day) => spanOf(unit, day).from);
  return spansBetween(unit, days[0]!, localDay(asOf, timeZone)).map((span) => {
    const outcomes = outcomesOf((daysOf.get(span.from) ?? []).flatMap((day) => byDay.get(day)!));
    const { stayed_solved, came_back } = outcomes;
    const { status } = periodOf(span, null, asOf, timeZone);
    return { ...span, status, net: rateOf(stayed_solved, judged(outcomes)), gross: rateOf(stayed_solved + came_back, judged(outcomes)) };
  });
}

function seriesOf(points: readonly TrendPoint[], unit: Unit, { forecasts }: TrendBasis): TrendSeries {
  const final = points.filter(isFinal);
  const graded = gradedAmong(forecasts, unit, final);
  return {
    points: points.slice(-SHOWN[unit]),
    forecast: forecastAfter(final, unit),
    graded: graded.slice(0, GRADED_SHOWN),
    track: { issued: graded.length, inside: count(graded, ({ inside }) => inside) },
  };
}

/** What to expect of the period after the last final one. */
export function forecastAfter(final: readonly TrendPoint[], unit: Unit): Forecast {
  const last = final.at(-1);
  if (last === undefined) return { status: 'unavailable', reason: 'few_periods', periods_used: 0 };
  return forecastOf(final.map(countsOf), unit, spanAfter(unit, last));
}

/** Issued forecasts beside what happened, newest first. Where nothing was judged, nothing happened that could prove one right or wrong. */
function gradedAmong(forecasts: readonly IssuedForecast[], unit: Unit, final: readonly TrendPoint[]): GradedForecast[] {
  const actuals = new Map(final.map((point) => [point.from, point.net]));
  return forecasts
    .filter((forecast) => forecast.unit === unit)
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .flatMap(({ from, to, point, low, high }) => {
      const actual = actuals.get(from);
      return actual === undefined || actual.of === 0 ? [] : [{ from, to, point, low, high, actual, inside: holds(actual, low, high) }];
    });
}
