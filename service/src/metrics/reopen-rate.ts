import { type Difference, differenceOf, type Rate, rateOf, type ReopenRateValue } from '@qontak/impact-contract';
import { type CountOf, countDuring, type MeasuredTwice } from './measured.ts';

/** Of the chats that looked solved, how many came back. */
export function reopenRate(rows: readonly MeasuredTwice[]): ReopenRateValue {
  const count = countDuring(rows, 'current');
  const rate = rateFrom(count);
  const difference = differenceOf(rate, rateFrom(countDuring(rows, 'previous')));
  return { status: 'ok', rate, corrected: count('corrected'), vs_previous: difference && fewerIsBetter(difference) };
}

const rateFrom = (count: CountOf): Rate => rateOf(count('came_back'), count('came_back') + count('stayed_solved'));

const TURNED = { better: 'worse', same: 'same', worse: 'better' } as const;

const fewerIsBetter = (difference: Difference): Difference => ({ ...difference, verdict: TURNED[difference.verdict] });
