import { createHash } from 'node:crypto';
import type { Forecast, TrendPoint } from '@qontak/impact-contract';
import { forecastOf } from '@qontak/impact-contract/statistics';
import { Recent } from '../recent.ts';
import { spanAfter, type Unit } from './calendar.ts';
import { weekOf } from './trend-points.ts';

/**
 * A forecast takes longer than the rest of a report, and depends on nothing but the final counts, which name it here. Two for each channel of 2,000
 * organizations; half a kilobyte each.
 */
const known = new Recent<Forecast>(20_000);

/** What to expect of the week or month after the last final one, or why nothing can be said. */
export function forecastAfter(final: readonly TrendPoint[], unit: Unit): Forecast {
  const last = final.at(-1);
  if (last === undefined) return { status: 'unavailable', reason: 'few_periods', periods_used: 0 };
  const counts = [unit, last.from, ...final.map(({ net }) => `${net.count}/${net.of}`)].join(' ');
  const name = createHash('sha256').update(counts).digest('base64url');
  const told = known.get(name);
  if (told !== undefined) return told;
  const forecast = forecastOf(final.map(weekOf), unit, spanAfter(unit, last));
  known.put(name, forecast);
  return forecast;
}
