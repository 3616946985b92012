// The headline and everything that it follows from: spec/metrics.md, section 2.
import {
  type Days,
  differenceOf,
  type HeroValue,
  heroOf,
  judged,
  NO_OUTCOMES,
  type OutcomeCounts,
  previousPeriod,
  type Rate,
  rateOf,
} from '@qontak/impact-contract';
import type { JudgedEpisode } from './outcomes.ts';

/** Net, gross, gap and their company over the chats of a period, and the change against the period before. */
export function hero(chats: readonly JudgedEpisode[], days: Days): HeroValue {
  const [now, before] = [countsOf(chats, days), countsOf(chats, previousPeriod(days))];
  return heroOf({ ...now, corrected: 0, vsPrevious: differenceOf(net(now), net(before)), vsFirstMonth: null });
}

const net = ({ outcomes }: { outcomes: OutcomeCounts }): Rate => rateOf(outcomes.stayed_solved, judged(outcomes));

function countsOf(chats: readonly JudgedEpisode[], { from, to }: Days) {
  const outcomes: OutcomeCounts = { ...NO_OUTCOMES };
  let [stillOpen, settledHumanOnly] = [0, 0];
  for (const { outcome, local_day, young } of chats) {
    if (local_day < from || local_day > to) continue;
    if (outcome === 'still_open') stillOpen++;
    else outcomes[outcome]++;
    if (outcome === 'human_only' && !young) settledHumanOnly++;
  }
  return { outcomes, stillOpen, settledHumanOnly };
}
