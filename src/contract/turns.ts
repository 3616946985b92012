import * as z from 'zod/mini';
import { Count } from './units.ts';
import { Unavailable } from './unavailable.ts';

/** Turns are counted one by one up to here; longer chats share the last place of the histogram. */
export const TURNS_EXACT_UP_TO = 20;

const TurnsValue = z
  .object({
    status: z.literal('ok'),
    /** Half of the solved chats needed at most this many turns. `TURNS_EXACT_UP_TO + 1` means "more than". Null without chats. */
    median: z.nullable(Count),
    /** Nine of ten solved chats needed at most this many. */
    nine_of_ten: z.nullable(Count),
    /** Solved chats with known turns, and all solved chats. */
    measured: Count,
    of: Count,
    /** How many solved chats needed 1, 2, ... 20, and more turns. */
    histogram: z.array(Count).check(z.length(TURNS_EXACT_UP_TO + 1)),
  })
  .check(
    z.refine((value) => value.histogram.reduce((sum, n) => sum + n, 0) === value.measured, 'the histogram does not add up'),
    z.refine((value) => value.measured <= value.of, 'more measured than there were'),
    z.refine(
      ({ histogram, median, nine_of_ten }) => median === turnsWithin(histogram, 0.5) && nine_of_ten === turnsWithin(histogram, 0.9),
      'median and nine of ten do not follow from the histogram',
    ),
  );
export type TurnsValue = z.infer<typeof TurnsValue>;

/** How many back-and-forths a solved chat takes. */
export const Turns = z.union([TurnsValue, Unavailable]);
export type Turns = z.infer<typeof Turns>;

/** The smallest number of turns that at least `share` of the chats needed at most. */
export function turnsWithin(histogram: readonly number[], share: number): number | null {
  const total = histogram.reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  let seen = 0;
  // Counting up to share x total in whole chats: 1e-9 keeps 0.9 x 10 from becoming 9.000000000000002.
  return histogram.findIndex((n) => (seen += n) >= share * total - 1e-9) + 1;
}
