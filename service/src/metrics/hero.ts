import { type ChangeFromStart, differenceOf, heroOf, type HeroValue, judged, type OutcomeCounts, type Rate, rateOf } from '@qontak/impact-contract';
import { during, outcomesAmong, type Twice } from './measured.ts';

export interface HeroSums extends OutcomeCounts {
  still_open: number;
  human_only_young: number;
  corrected: number;
}

/** The headline and everything that it follows from. */
export function hero(rows: Twice<HeroSums>, vsFirstMonth: ChangeFromStart | null): HeroValue {
  const now = during(rows, 'current');
  return heroOf({
    outcomes: outcomesAmong(now),
    settledHumanOnly: now.human_only - now.human_only_young,
    stillOpen: now.still_open,
    corrected: now.corrected,
    vsPrevious: differenceOf(net(now), net(during(rows, 'previous'))),
    vsFirstMonth,
  });
}

const net = (outcomes: OutcomeCounts): Rate => rateOf(outcomes.stayed_solved, judged(outcomes));
