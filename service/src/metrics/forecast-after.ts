import type { Forecast, TrendPoint } from '@qontak/impact-contract';
import { forecastOf } from '@qontak/impact-contract/statistics';
import { spanAfter, type Unit } from './calendar.ts';
import { weekOf } from './trend-points.ts';

/** A forecast takes 10 ms, several times as long as the rest of a report, and depends on nothing but the final counts: they name it here. */
const known = new Map<string, Forecast>();
/** About 2 kB each after three years of weeks. */
const MOST_KNOWN = 2_000;

/** What to expect of the week or month after the last final one, or why nothing can be said. */
export function forecastAfter(final: readonly TrendPoint[], unit: Unit): Forecast {
  const last = final.at(-1);
  if (last === undefined) return { status: 'unavailable', reason: 'few_periods', periods_used: 0 };
  const name = [unit, last.from, ...final.map(({ net }) => `${net.count}/${net.of}`)].join(' ');
  const forecast = known.get(name) ?? forecastOf(final.map(weekOf), unit, spanAfter(unit, last));
  // put at the end again: the one that nobody asked for the longest goes first
  known.delete(name);
  known.set(name, forecast);
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!);
  return forecast;
}
