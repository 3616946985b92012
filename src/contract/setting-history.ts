import * as z from 'zod/mini';
import { Change, CostAssumptionInput } from './cost-assumption.ts';
import { WorkingHoursInput } from './working-hours.ts';

/** Changes of a page. */
export const CHANGES_LISTED = 100;

/** Who changed a setting and when, what stood there before (null: nothing), and what was entered; newest first. */
const historyOf = <T extends z.core.$ZodType>(entered: T) =>
  z.object({
    status: z.literal('success'),
    data: z.array(z.object({ ...Change.shape, before: z.nullable(entered), after: entered })),
    /** Null: nothing was changed before. */
    meta: z.object({ next_cursor: z.nullable(z.string()) }),
  });

/** GET /v1/cost-assumption/history */
export const CostAssumptionHistory = historyOf(z.object(CostAssumptionInput.shape));
export type CostAssumptionHistory = z.infer<typeof CostAssumptionHistory>;

/** GET /v1/working-hours/history: each entry is about the schedule of one `effective_from`. */
export const WorkingHoursHistory = historyOf(z.object(WorkingHoursInput.shape));
export type WorkingHoursHistory = z.infer<typeof WorkingHoursHistory>;
