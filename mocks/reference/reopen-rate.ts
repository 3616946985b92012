// Of the chats that looked solved, how many came back: spec/metrics.md, sections 2 and 5.
import { type Difference, differenceOf, type Rate, rateOf, type ReopenRateValue } from '@qontak/impact-contract';
import { type ClosedChat, count, isCorrected, outcomesOf } from './cohort.ts';

export function reopenRate(closed: readonly ClosedChat[], before: readonly ClosedChat[]): ReopenRateValue {
  const rate = rateAmong(closed);
  return { status: 'ok', rate, corrected: count(closed, isCorrected), vs_previous: fewerIsBetter(differenceOf(rate, rateAmong(before))) };
}

function rateAmong(closed: readonly ClosedChat[]): Rate {
  const { came_back, stayed_solved } = outcomesOf(closed);
  return rateOf(came_back, came_back + stayed_solved);
}

const TURNED = { better: 'worse', same: 'same', worse: 'better', other: 'other' } as const;

/** The points stay as they are, now minus earlier: -3 points is the better news here. */
const fewerIsBetter = (difference: Difference | null): Difference | null => difference && { ...difference, verdict: TURNED[difference.verdict] };
