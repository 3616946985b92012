import * as z from 'zod/mini';

/** When a later chat counts as the same customer asking again (spec/metrics.md, section 3). It travels in every report. */
export const MatchRule = z.object({
  /** A return counts up to and including this many hours after the close. */
  window_hours: z.int().check(z.gte(1), z.lte(24 * 30)),
  /** Whether a return on another channel counts: the contact is one person wherever they write. */
  across_channels: z.boolean(),
  /** Topics must agree only where both are known; an unknown topic counts, which is the most careful figure. */
  topic: z.enum(['if_known']),
});
export type MatchRule = z.infer<typeof MatchRule>;

export const MATCH_RULE: MatchRule = { window_hours: 48, across_channels: true, topic: 'if_known' };
