import type { Forecast, ForecastReason } from '../trend.ts';
import { forecastRate } from './rate-forecast.ts';

/** A complete week or month: net is `k` of `n` judged chats. */
export interface CompletePeriod {
  k: number;
  n: number;
}

/** When a forecast may be shown (design, forecast.md section 4; the weeks by spec/metrics.md section 5). */
const LEAST_PERIODS = { week: 6, month: 4 } as const;
const LEAST_EXPECTED = 50;
const WIDEST = 0.25;
const LEVEL = 0.8;

export const FORECAST_METHOD = 'dglm-logit/1';

/** The average of the last four periods that had chats: what the next one is expected to bring. */
function expectedOf(periods: readonly CompletePeriod[]): number {
  const last = periods.filter(({ n }) => n > 0).slice(-4);
  return last.length === 0 ? 0 : Math.round(last.reduce((sum, { n }) => sum + n, 0) / last.length);
}

function reasonAgainst(periods: readonly CompletePeriod[], unit: 'week' | 'month'): ForecastReason | null {
  if (periods.filter(({ n }) => n > 0).length < LEAST_PERIODS[unit]) return 'few_periods';
  if (periods.slice(-2).every(({ n }) => n === 0)) return 'stale';
  return expectedOf(periods) < LEAST_EXPECTED ? 'few_chats' : null;
}

/** Percentages outward: a range is never shown narrower than it is. 1e-9 keeps 0.58 from becoming 57 %. */
const outward = (low: number, high: number): { low: number; high: number } => ({
  low: Math.floor(low * 100 + 1e-9) / 100,
  high: Math.ceil(high * 100 - 1e-9) / 100,
});

/**
 * The forecast for the period that follows the last one, or why there is none.
 * @param periods complete periods, oldest first, without holes in time (a period without chats has n = 0)
 * @param next first and last day of the period to forecast
 */
export function forecastOf(periods: readonly CompletePeriod[], unit: 'week' | 'month', next: { from: string; to: string }): Forecast {
  const started = periods.slice(
    Math.max(
      0,
      periods.findIndex(({ n }) => n > 0),
    ),
  );
  const periods_used = started.filter(({ n }) => n > 0).length;
  const reason = reasonAgainst(started, unit);
  if (reason !== null) return { status: 'unavailable', reason, periods_used };
  const expected_n = expectedOf(started);
  const { point, low, high } = forecastRate(started, expected_n, LEVEL, unit);
  if (high - low > WIDEST) return { status: 'unavailable', reason: 'too_wide', periods_used };
  return { status: 'ok', ...next, point, ...outward(low, high), level: LEVEL, expected_n, periods_used, method: FORECAST_METHOD };
}
