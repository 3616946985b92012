import * as z from 'zod/mini';
import { Difference } from './difference.ts';
import { Rate } from './rate.ts';
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
  .check(z.refine((forecast) => forecast.low <= forecast.point && forecast.point <= forecast.high, 'the forecast lies outside its own range'));

export const Forecast = z.union([
  ForecastValue,
  z.object({ status: z.literal('unavailable'), reason: z.catch(z.enum(FORECAST_REASONS), 'other'), periods_used: Count }),
]);
export type Forecast = z.infer<typeof Forecast>;

/** A forecast that was issued, beside what happened. */
export const GradedForecast = z.object({
  from: LocalDate,
  to: LocalDate,
  point: Share,
  low: Share,
  high: Share,
  actual: Rate,
  inside: z.boolean(),
});
export type GradedForecast = z.infer<typeof GradedForecast>;

/** One line of the trend: by week or by month. */
export const TrendSeries = z.object({
  /** Oldest first, without gaps; a period without chats has rates without shares. */
  points: z.array(TrendPoint),
  forecast: Forecast,
  /** Issued forecasts whose period is final, newest first. */
  graded: z.array(GradedForecast),
  /** Of all graded forecasts: how many there were, and how many held. */
  track: z.object({ issued: Count, inside: Count }),
});
export type TrendSeries = z.infer<typeof TrendSeries>;

/** Why there is no starting point. */
export const BASELINE_REASONS = ['no_activation_date', 'too_few_weeks', 'too_few_chats', 'other'] as const;

/** The first full weeks with AI: what later figures are compared with. Frozen once complete. */
export const Baseline = z.union([
  z.object({
    status: z.literal('ok'),
    from: LocalDate,
    to: LocalDate,
    net: Rate,
    /** Fewer than 100 chats after eight weeks: usable, but said to be rough. */
    rough: z.boolean(),
    /** Net of the report's period against the starting point; null when either has too few chats. */
    change: z.nullable(Difference),
  }),
  z.object({ status: z.literal('unavailable'), reason: z.catch(z.enum(BASELINE_REASONS), 'other') }),
]);
export type Baseline = z.infer<typeof Baseline>;

const TrendValue = z.object({ status: z.literal('ok'), weeks: TrendSeries, months: TrendSeries, baseline: Baseline });
export type TrendValue = z.infer<typeof TrendValue>;

/** How net moved, up to the newest data whatever the report's period, and what to expect next. */
export const Trend = z.union([TrendValue, Unavailable]);
export type Trend = z.infer<typeof Trend>;
