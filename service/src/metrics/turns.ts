import { type Turns, turnsWithin, unavailable } from '@qontak/impact-contract';
import { type Histogram, placesOf } from './measured.ts';

export interface TurnsSums {
  stayed_solved: number;
  turns_known: number;
  turns: Histogram;
}

/**
 * How many back-and-forths a solved chat takes. Median and "nine of ten" are exact up to 20 turns, because a histogram keeps every place and adds up
 * over days; a sketch would be no smaller for so few values, and would be about right only.
 */
export function turns([sums]: readonly TurnsSums[]): Turns {
  const { stayed_solved: of, turns_known: measured } = sums!;
  if (measured === 0 && of > 0) return unavailable('not_measured_yet');
  const histogram = placesOf(sums!.turns);
  return { status: 'ok', median: turnsWithin(histogram, 0.5), nine_of_ten: turnsWithin(histogram, 0.9), measured, of, histogram };
}
