import { type Difference, differenceOf, heroOf, type HeroValue, judged, type OutcomeCounts, type Rate, rateOf } from '@qontak/impact-contract';
import { countDuring, type MeasuredTwice, outcomesFrom } from './measured.ts';

/** The headline and everything that it follows from. */
export function hero(rows: readonly MeasuredTwice[], vsFirstMonth: Difference | null): HeroValue {
  const count = countDuring(rows, 'current');
  const outcomes = outcomesFrom(count);
  return heroOf({
    outcomes,
    settledHumanOnly: outcomes.human_only - count('human_only_young'),
    stillOpen: count('still_open'),
    corrected: count('corrected'),
    vsPrevious: differenceOf(net(outcomes), net(outcomesFrom(countDuring(rows, 'previous')))),
    vsFirstMonth,
  });
}

const net = (outcomes: OutcomeCounts): Rate => rateOf(outcomes.stayed_solved, judged(outcomes));
