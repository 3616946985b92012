// The headline and everything that it follows from: spec/metrics.md, section 2.
import { type ChangeFromStart, differenceOf, type HeroValue, heroOf, judged, type OutcomeCounts, type Rate, rateOf } from '@qontak/impact-contract';
import { closedAmong, count, isCorrected, outcomesOf } from './cohort.ts';
import type { JudgedEpisode } from './outcomes.ts';

/** Net, gross, gap and their company over the chats of a period, and the change against the chats of the period before. */
export function hero(chats: readonly JudgedEpisode[], before: readonly JudgedEpisode[], vsFirstMonth: ChangeFromStart | null): HeroValue {
  const closed = closedAmong(chats);
  const outcomes = outcomesOf(closed);
  return heroOf({
    outcomes,
    settledHumanOnly: count(closed, ({ outcome, young }) => outcome === 'human_only' && !young),
    stillOpen: chats.length - closed.length,
    corrected: count(closed, isCorrected),
    vsPrevious: differenceOf(net(outcomes), net(outcomesOf(closedAmong(before)))),
    vsFirstMonth,
  });
}

const net = (outcomes: OutcomeCounts): Rate => rateOf(outcomes.stayed_solved, judged(outcomes));
