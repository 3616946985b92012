import { type Turns, TURNS_EXACT_UP_TO, turnsWithin, unavailable } from '@qontak/impact-contract';
import { countIn, type Measured } from './measured.ts';

/**
 * How many back-and-forths a solved chat takes. Median and "nine of ten" are exact up to 20 turns, because a histogram keeps every place and adds up
 * over days; a sketch would be no smaller for so few values, and would be about right only.
 */
export function turns(rows: readonly Measured[]): Turns {
  const count = countIn(rows);
  const histogram = Array.from({ length: TURNS_EXACT_UP_TO + 1 }, (_, i) => count(`turns_${String(i + 1).padStart(2, '0')}`));
  const measured = histogram.reduce((sum, n) => sum + n, 0);
  const of = count('stayed_solved');
  if (measured === 0 && of > 0) return unavailable('not_measured_yet');
  return { status: 'ok', median: turnsWithin(histogram, 0.5), nine_of_ten: turnsWithin(histogram, 0.9), measured, of, histogram };
}
