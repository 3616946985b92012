import * as z from 'zod/mini';
import { ChangeFromStart } from './difference.ts';
import { addDays, daysBetween, monthOf } from './local-date.ts';
import { Rate, SIZE_FROM } from './rate.ts';
import { Count, LocalDate, Share } from './units.ts';
import { Unavailable } from './unavailable.ts';

/** Net and gross of one week or month. */
export const TrendPoint = z
  .object({
    from: LocalDate,
    to: LocalDate,
    /** `provisional`: some of its chats still wait for their return window, or its days are not over. */
    status: z.enum(['provisional', 'final']),
    net: Rate,
    gross: Rate,
  })
  .check(z.refine((point) => point.net.of === point.gross.of && point.net.count <= point.gross.count, 'gross is smaller than net'));
export type TrendPoint = z.infer<typeof TrendPoint>;

/** Why there is no forecast; a newer reason reads as `other`. */
export const FORECAST_REASONS = ['few_periods', 'few_chats', 'too_wide', 'stale', 'other'] as const;
export type ForecastReason = (typeof FORECAST_REASONS)[number];

const ForecastValue = z
  .object({
    status: z.literal('ok'),
    /** The next week or month after the last complete one. */
    from: LocalDate,
    to: LocalDate,
    point: Share,
    /** The range that holds in `level` of all cases, rounded outward to whole percentages. */
    low: Share,
    high: Share,
    level: Share,
    /** Judged chats that the period is expected to bring: a smaller number makes the range wider. */
    expected_n: Count,
    periods_used: Count,
    method: z.string(),
  })
  .check(
    z.refine(({ from, to }) => from <= to, 'the forecast ends before it begins'),
    z.refine((forecast) => forecast.low <= forecast.point && forecast.point <= forecast.high, 'the forecast lies outside its own range'),
  );

export const Forecast = z.union([
  ForecastValue,
  z.object({ status: z.literal('unavailable'), reason: z.catch(z.enum(FORECAST_REASONS), 'other'), periods_used: Count }),
]);
export type Forecast = z.infer<typeof Forecast>;

/** A forecast that was issued, beside what happened. */
export const GradedForecast = z
  .object({
    from: LocalDate,
    to: LocalDate,
    point: Share,
    low: Share,
    high: Share,
    actual: Rate,
    inside: z.boolean(),
  })
  .check(
    z.refine(({ from, to }) => from <= to, 'the forecast ends before it begins'),
    z.refine(({ low, point, high }) => low <= point && point <= high, 'the forecast lies outside its own range'),
    z.refine(({ actual }) => actual.of > 0, 'nothing happened that could grade the forecast'),
    z.refine(({ actual, low, high, inside }) => inside === holds(actual, low, high), 'the grade does not follow from what happened'),
  );

/** The range was told in whole percentages, so what happened is held against it as one: from the counts, because 100 x 0.575 is not 57.5. */
export function holds({ count, of }: Rate, low: number, high: number): boolean {
  const percent = Math.round((count * 100) / of);
  return Math.round(low * 100) <= percent && percent <= Math.round(high * 100);
}

export type GradedForecast = z.infer<typeof GradedForecast>;

/** One line of the trend: by week or by month. */
export const TrendSeries = z
  .object({
    /** Oldest first, without gaps; a period without chats has rates without shares. */
    points: z.array(TrendPoint),
    forecast: Forecast,
    /** Issued forecasts whose period is final, newest first. */
    graded: z.array(GradedForecast),
    /** Of all graded forecasts: how many there were, and how many held. */
    track: z.object({ issued: Count, inside: Count }),
  })
  .check(
    z.refine(({ points }) => points.every(({ from }, i) => i === 0 || from === addDays(points[i - 1]!.to, 1)), 'the points do not follow one another'),
    z.refine(trackFits, 'the track record does not fit its forecasts'),
  );

/** Those that are shown are among those that were issued, and so are those that held. */
function trackFits({ graded, track }: { graded: GradedForecast[]; track: { issued: number; inside: number } }): boolean {
  const held = graded.filter(({ inside }) => inside).length;
  return held <= track.inside && graded.length - held <= track.issued - track.inside;
}
export type TrendSeries = z.infer<typeof TrendSeries>;

/** Why there is no starting point. */
export const BASELINE_REASONS = ['no_activation_date', 'too_few_weeks', 'too_few_chats', 'other'] as const;

/** The first full weeks with AI: what later figures are compared with. Frozen once complete. */
export const Baseline = z.union([
  z
    .object({
      status: z.literal('ok'),
      from: LocalDate,
      to: LocalDate,
      net: Rate,
      /** Fewer than 100 chats after eight weeks: usable, but said to be rough. */
      rough: z.boolean(),
      /** Net of the report's period against the starting point; null when either has too few chats. */
      change: z.nullable(ChangeFromStart),
    })
    .check(
      z.refine(({ from, to }) => from <= to, 'the starting point ends before it begins'),
      z.refine(({ net, rough }) => net.of >= SIZE_FROM.rough && rough === net.of < SIZE_FROM.full, 'the starting point has too few chats for what it says'),
      z.refine(({ net, change }) => change === null || isAgainst(net, change), 'the change is not one against the starting point'),
    ),
  z.object({ status: z.literal('unavailable'), reason: z.catch(z.enum(BASELINE_REASONS), 'other') }),
]);
export type Baseline = z.infer<typeof Baseline>;

const isAgainst = (net: Rate, { earlier }: ChangeFromStart): boolean => earlier.of === net.of && Math.abs(earlier.share - net.share!) < 1e-6;

const isWeek = ({ from, to }: TrendPoint): boolean => daysBetween(from, to) === 7 && new Date(`${from}T00:00:00Z`).getUTCDay() === 1;
const isMonth = ({ from, to }: TrendPoint): boolean => {
  const month = monthOf(from.slice(0, 7));
  return month.from === from && month.to === to;
};

const TrendValue = z.object({ status: z.literal('ok'), weeks: TrendSeries, months: TrendSeries, baseline: Baseline }).check(
  z.refine(({ weeks }) => weeks.points.every(isWeek), 'a week is not one from Monday to Sunday'),
  z.refine(({ months }) => months.points.every(isMonth), 'a month is not one of the calendar'),
);
export type TrendValue = z.infer<typeof TrendValue>;

/** How net moved, up to the newest data whatever the report's period, and what to expect next. */
export const Trend = z.union([TrendValue, Unavailable]);
export type Trend = z.infer<typeof Trend>;
