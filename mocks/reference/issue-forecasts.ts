// The forecasts that the service would have issued by now, had it counted week by week.
import type { TrendPoint } from '@qontak/impact-contract';
import type { IssuedForecast, Shop } from '../rows.ts';
import type { Unit } from './calendar.ts';
import { closedAmong } from './cohort.ts';
import { sliceOf } from './report.ts';
import { forecastAfter, pointsOf } from './trend.ts';

/**
 * Forecasts of the last final weeks, and of the months that ended in them, each from what was final before it. A simulated shop knows no late
 * updates, so what is final now was the same then.
 */
export function issueForecasts(shop: Shop, weeks: number): IssuedForecast[] {
  if (shop.as_of === null) return [];
  const [closed, asOf] = [closedAmong(sliceOf(shop, null)), Date.parse(shop.as_of)];
  const finalOf = (unit: Unit): TrendPoint[] =>
    pointsOf(closed, unit, { asOf, timeZone: shop.organization.time_zone }).filter(({ status }) => status === 'final');
  const since = finalOf('week').at(-weeks)?.from ?? '';
  return (['week', 'month'] as const).flatMap((unit) => {
    const final = finalOf(unit);
    return final.flatMap(({ from, to }, i) => {
      const forecast = to < since ? null : forecastAfter(final.slice(0, i), unit);
      return forecast?.status === 'ok' ? [{ unit, from, to, point: forecast.point, low: forecast.low, high: forecast.high }] : [];
    });
  });
}
