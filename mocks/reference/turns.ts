// How many back-and-forths a solved chat takes: spec/metrics.md, section 5.
import { type Turns, TURNS_EXACT_UP_TO, turnsWithin, unavailable } from '@qontak/impact-contract';
import type { ClosedChat } from './cohort.ts';

export function turns(closed: readonly ClosedChat[]): Turns {
  const solved = closed.filter(({ outcome }) => outcome === 'stayed_solved');
  const histogram = Array.from({ length: TURNS_EXACT_UP_TO + 1 }, () => 0);
  let measured = 0;
  for (const chat of solved) {
    if (chat.turns === null) continue;
    histogram[Math.min(chat.turns, histogram.length) - 1]!++;
    measured++;
  }
  if (solved.length > 0 && measured === 0) return unavailable('not_measured_yet');
  return { status: 'ok', median: turnsWithin(histogram, 0.5), nine_of_ten: turnsWithin(histogram, 0.9), measured, of: solved.length, histogram };
}
