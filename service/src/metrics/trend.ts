import { type Days, type GradedForecast, holds, type LocalDate, type TrendPoint, type TrendSeries, type TrendValue } from '@qontak/impact-contract';
import { baselineOf, type BaselineWeek } from '@qontak/impact-contract/statistics';
import type { Unit } from './calendar.ts';
import { forecastAfter } from './forecast-after.ts';
import { isFinal, type Reach, type TrendRow, trendPoints, weekOf } from './trend-points.ts';

/** So many points are drawn; forecast and starting point look at all of them. */
const SHOWN: Readonly<Record<Unit, number>> = { week: 26, month: 12 };
const GRADED_SHOWN = 12;

/** A forecast as it was issued. */
interface ForecastRow {
  unit: Unit;
  from_day: LocalDate;
  to_day: LocalDate;
  point: number;
  low: number;
  high: number;
}

/** What the database knows about the trend of a channel, or of all channels. */
export interface TrendAnswers {
  trend: readonly TrendRow[];
  /** Newest first. */
  forecasts: readonly ForecastRow[];
  /** One or none. */
  baseline: readonly { weeks: BaselineWeek[] }[];
}

/** How net moved by week and by month, where it began and what to expect next. `days`: the report's, which are compared with the starting point. */
export function trend({ trend: rows, forecasts, baseline }: TrendAnswers, reach: Reach, aiActivatedOn: LocalDate | null, days: Days): TrendValue {
  const weeks = trendPoints(rows, 'week', reach);
  const finalWeeks = weeks.filter(isFinal);
  const now = finalWeeks.filter(({ from, to }) => days.from <= from && to <= days.to);
  const series = (points: readonly TrendPoint[], unit: Unit): TrendSeries =>
    seriesOf(
      points,
      unit,
      forecasts.filter((forecast) => forecast.unit === unit),
    );
  return {
    status: 'ok',
    weeks: series(weeks, 'week'),
    months: series(trendPoints(rows, 'month', reach), 'month'),
    baseline: baselineOf(aiActivatedOn, baseline[0]?.weeks ?? finalWeeks.map(weekOf), now.map(weekOf)),
  };
}

function seriesOf(points: readonly TrendPoint[], unit: Unit, forecasts: readonly ForecastRow[]): TrendSeries {
  const final = points.filter(isFinal);
  const graded = gradedAmong(forecasts, final);
  return {
    points: points.slice(-SHOWN[unit]),
    forecast: forecastAfter(final, unit),
    graded: graded.slice(0, GRADED_SHOWN),
    track: { issued: graded.length, inside: graded.filter(({ inside }) => inside).length },
  };
}

/** Forecasts beside what happened. Where nothing was judged, nothing happened that could prove one right or wrong. */
function gradedAmong(forecasts: readonly ForecastRow[], final: readonly TrendPoint[]): GradedForecast[] {
  const actuals = new Map(final.map(({ from, net }) => [from, net]));
  return forecasts.flatMap(({ from_day, to_day, point, low, high }) => {
    const actual = actuals.get(from_day);
    if (actual === undefined || actual.of === 0) return [];
    return [{ from: from_day, to: to_day, point, low, high, actual, inside: holds(actual, low, high) }];
  });
}
