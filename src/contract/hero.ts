import * as z from 'zod/mini';
import { ChangeFromStart, Difference, isDifferenceOf } from './difference.ts';
import { closed, judged, OutcomeCounts } from './outcome.ts';
import { Rate, rateOf } from './rate.ts';
import { Count } from './units.ts';
import { Unavailable } from './unavailable.ts';

const HeroValue = z
  .object({
    status: z.literal('ok'),
    outcomes: OutcomeCounts,
    /** Chats that began in the period and are not closed. */
    still_open: Count,
    /** Returns that an admin marked as "a different matter". */
    corrected: Count,
    /** The headline: AI solved it alone and the customer did not come back. */
    net: Rate,
    /** What a careless report would show: AI closed it alone. Never shown without net and gap. */
    gross: Rate,
    /** gross - net: it looked solved, but the customer came back. */
    gap: Rate,
    /** Of what looked solved, how much came back. */
    return_rate: Rate,
    /** Solved by AI, of everything the organization received. */
    share_of_all: Rate,
    /** Net against the period before; null when either has too few chats. */
    vs_previous: z.nullable(Difference),
    /** Net against the first weeks with AI; null until there is such a starting point. */
    vs_first_month: z.nullable(ChangeFromStart),
  })
  .check(
    z.refine((hero) => hero.net.count === hero.outcomes.stayed_solved && hero.net.of === judged(hero.outcomes), 'net does not follow from the outcomes'),
    z.refine((hero) => hero.gross.count === hero.net.count + hero.gap.count && hero.gross.of === hero.net.of, 'gross is not net and gap together'),
    z.refine((hero) => hero.gap.count === hero.outcomes.came_back && hero.gap.of === hero.net.of, 'gap does not follow from the outcomes'),
    z.refine((hero) => hero.return_rate.count === hero.gap.count && hero.return_rate.of === hero.gross.count, 'return rate does not follow from gross and gap'),
    z.refine(
      (hero) => hero.share_of_all.count === hero.net.count && hero.share_of_all.of >= hero.net.of && hero.share_of_all.of <= closed(hero.outcomes),
      'share of everything does not follow from the outcomes',
    ),
    z.refine((hero) => hero.corrected <= hero.outcomes.stayed_solved, 'more returns corrected than chats that stayed solved'),
    z.refine((hero) => isDifferenceOf(hero.net, hero.vs_previous, 'more'), 'the comparison with the period before is not one of net'),
  );

/** How many chats AI solved by itself, honestly: the first card of the report. */
export const Hero = z.union([HeroValue, Unavailable]);
export type HeroValue = z.infer<typeof HeroValue>;
export type Hero = z.infer<typeof Hero>;

/**
 * The rates of the hero from its counts (spec/metrics.md, section 2).
 * `settledHumanOnly`: the human-only chats that closed before the return window of the newest data, so that both sides of the share are cut alike.
 */
export function heroOf(counts: {
  outcomes: OutcomeCounts;
  settledHumanOnly: number;
  stillOpen: number;
  corrected: number;
  vsPrevious: Difference | null;
  vsFirstMonth: ChangeFromStart | null;
}): HeroValue {
  const { outcomes } = counts;
  const of = judged(outcomes);
  const looked_solved = outcomes.stayed_solved + outcomes.came_back;
  return {
    status: 'ok',
    outcomes,
    still_open: counts.stillOpen,
    corrected: counts.corrected,
    net: rateOf(outcomes.stayed_solved, of),
    gross: rateOf(looked_solved, of),
    gap: rateOf(outcomes.came_back, of),
    return_rate: rateOf(outcomes.came_back, looked_solved),
    share_of_all: rateOf(outcomes.stayed_solved, of + counts.settledHumanOnly),
    vs_previous: counts.vsPrevious,
    vs_first_month: counts.vsFirstMonth,
  };
}
