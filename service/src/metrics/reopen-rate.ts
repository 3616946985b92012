import { type Difference, differenceOf, type Rate, rateOf, type ReopenRateValue } from '@qontak/impact-contract';
import { during, type Twice } from './measured.ts';

export interface ReturnSums {
  came_back: number;
  stayed_solved: number;
  corrected: number;
}

/** Of the chats that looked solved, how many came back. */
export function reopenRate(rows: Twice<ReturnSums>): ReopenRateValue {
  const now = during(rows, 'current');
  const rate = rateFrom(now);
  const difference = differenceOf(rate, rateFrom(during(rows, 'previous')));
  return { status: 'ok', rate, corrected: now.corrected, vs_previous: difference && fewerIsBetter(difference) };
}

const rateFrom = ({ came_back, stayed_solved }: ReturnSums): Rate => rateOf(came_back, came_back + stayed_solved);

const TURNED = { better: 'worse', same: 'same', worse: 'better', other: 'other' } as const;

const fewerIsBetter = (difference: Difference): Difference => ({ ...difference, verdict: TURNED[difference.verdict] });
