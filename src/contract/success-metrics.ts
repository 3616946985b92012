import * as z from 'zod/mini';
import { Rate } from './rate.ts';
import { Unavailable } from './unavailable.ts';
import { Count, Instant } from './units.ts';

/** How the initiative does in one month, over all organizations with live data (spec/metrics.md, section 6). */
export const SuccessMonth = z.object({
  month: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  ai_enabled: Count,
  /** Organizations with AI whose admin looked at the report, of all with AI. */
  adoption: Rate,
  /** Those whose admin looked at it in the month before as well, of those whose admin looked. */
  repeat_engagement: Rate,
  /** Reports that showed net with the gap beside it, of those that showed a share; one report a role and organization. */
  honest_containment: Rate,
  /** Organizations with AI that were shown what work AI absorbed, of all with AI. */
  value_visible: Rate,
  /** Chats in which AI took part whose confidence and answer scope are kept, with the reason when it is out of scope, of all such chats. */
  quality_validated: z.union([z.object({ status: z.literal('ok'), rate: Rate }), Unavailable]),
  /** Renewed or expanded, of what was due. It goes together with looking at the report; it does not follow from it. */
  renewal: z.object({ engaged: Rate, others: Rate }),
  /** Forecasts of weeks and months that ended in it whose range held, of those whose figures are final. They promise eight of ten. */
  forecasts_held: Rate,
});
export type SuccessMonth = z.infer<typeof SuccessMonth>;

/** GET /internal/success-metrics: newest month first. */
export const SuccessMetrics = z.object({ status: z.literal('success'), data: z.array(SuccessMonth), meta: z.object({ generated_at: Instant }) });
export type SuccessMetrics = z.infer<typeof SuccessMetrics>;
