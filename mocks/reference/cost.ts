// The work that AI took off the team: spec/metrics.md, section 5.
import { addDays, type CostAssumption, costOf, type CostStretch, type CostValue, type Days, type LocalDate } from '@qontak/impact-contract';
import type { ClosedChat } from './cohort.ts';

/** Nobody has entered anything: the starting minutes, and no rupiah. */
export const NOTHING_ASSUMED: CostAssumption = {
  minutes_per_chat: null,
  hourly_cost: null,
  ai_fee_per_month: null,
  effective_from: null,
  changed: null,
};

/** Only chats that stayed solved saved anything: each as much as the figures of its day say. `versions`: as they were entered, the oldest first. */
export function cost(closed: readonly ClosedChat[], versions: readonly CostAssumption[], { from, to, channel }: Days & { channel: string | null }): CostValue {
  const solved = Map.groupBy(
    closed.filter(({ outcome }) => outcome === 'stayed_solved'),
    ({ local_day }) => local_day,
  );
  const stretches: CostStretch[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const assumption = heldOn(day, versions);
    const chats = solved.get(day)?.length ?? 0;
    const last = stretches.at(-1);
    if (last?.assumption === assumption) stretches[stretches.length - 1] = { ...last, to: day, chats: last.chats + chats };
    else stretches.push({ from: day, to: day, chats, assumption });
  }
  return costOf(stretches, channel);
}

/** The one that was entered last, of those whose day has come. */
const heldOn = (day: LocalDate, versions: readonly CostAssumption[]): CostAssumption =>
  versions.findLast(({ effective_from }) => effective_from === null || effective_from <= day) ?? NOTHING_ASSUMED;
