import * as z from 'zod/mini';
import { judged, OutcomeCounts } from './outcome.ts';
import { Rate } from './rate.ts';
import { Count, Instant, LocalDate, RevisionNumber } from './units.ts';

/** What the headline of a final week or month rested on, from one moment until the next revision. */
export const PeriodRevision = z
  .object({
    revision: RevisionNumber,
    /** When it was kept. */
    frozen_at: Instant,
    /** The newest event in the data then. */
    as_of: Instant,
    outcomes: OutcomeCounts,
    /** Returns that were called "a different matter" then. */
    corrected: Count,
    net: Rate,
  })
  .check(
    z.refine(({ net, outcomes }) => net.count === outcomes.stayed_solved && net.of === judged(outcomes), 'net does not follow from the outcomes'),
    z.refine(({ outcomes }) => outcomes.checking === 0, 'no chat of a final period waits for its return window'),
  );
export type PeriodRevision = z.infer<typeof PeriodRevision>;

/** GET /v1/impact-report/revisions: the newest first. Empty: nothing of these days was ever frozen. */
export const PeriodRevisions = z.object({
  status: z.literal('success'),
  data: z.array(PeriodRevision),
  meta: z.object({ from: LocalDate, to: LocalDate, channel: z.nullable(z.string()), as_of: z.nullable(Instant) }),
});
export type PeriodRevisions = z.infer<typeof PeriodRevisions>;

/** So many are listed; the numbers say how many older ones there are. */
export const REVISIONS_LISTED = 100;
