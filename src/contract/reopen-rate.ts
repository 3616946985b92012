import * as z from 'zod/mini';
import { Difference, isDifferenceOf } from './difference.ts';
import { Rate } from './rate.ts';
import { Count } from './units.ts';
import { Unavailable } from './unavailable.ts';

const ReopenRateValue = z
  .object({
    status: z.literal('ok'),
    /** came_back of everything that looked solved. */
    rate: Rate,
    /** Returns that an admin marked as "a different matter"; they are not in the rate. */
    corrected: Count,
    /** Fewer returns are better: the verdict says so, the points stay now minus earlier. */
    vs_previous: z.nullable(Difference),
  })
  .check(
    z.refine(({ rate, corrected }) => corrected <= rate.of - rate.count, 'more returns corrected than chats that stayed solved'),
    z.refine(({ rate, vs_previous }) => isDifferenceOf(rate, vs_previous, 'fewer'), 'the comparison with the period before is not one of this rate'),
  );
export type ReopenRateValue = z.infer<typeof ReopenRateValue>;

/** How many of the chats that looked solved came back within the window. */
export const ReopenRate = z.union([ReopenRateValue, Unavailable]);
export type ReopenRate = z.infer<typeof ReopenRate>;
