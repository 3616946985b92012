import * as z from 'zod/mini';
import { Change, CostAssumptionInput } from './cost-assumption.ts';
import { WorkingHoursInput } from './working-hours.ts';

/** Changes of a page. */
export const CHANGES_LISTED = 100;

const pageOf = <T extends z.core.$ZodType>(change: T) =>
  z.object({
    status: z.literal('success'),
    data: z.array(change),
    /** Null: nothing was changed before. */
    meta: z.object({ next_cursor: z.nullable(z.string()) }),
  });

/** Who changed a setting and when, what stood there before (null: nothing), and what was entered; newest first. */
const historyOf = <T extends z.core.$ZodType>(entered: T) => pageOf(z.object({ ...Change.shape, before: z.nullable(entered), after: entered }));

/** GET /v1/cost-assumption/history: each entry says from which day on its figures hold. */
export const CostAssumptionHistory = historyOf(z.object(CostAssumptionInput.shape));
export type CostAssumptionHistory = z.infer<typeof CostAssumptionHistory>;
export type CostAssumptionChange = CostAssumptionHistory['data'][number];

/** GET /v1/working-hours/history: each entry is about the schedule of one `effective_from`. */
export const WorkingHoursHistory = historyOf(z.object(WorkingHoursInput.shape));
export type WorkingHoursHistory = z.infer<typeof WorkingHoursHistory>;

/** GET /v1/return-rulings/history: which later chats were called a different matter than the chat, before and after; none: an empty list. */
export const ReturnRulingHistory = pageOf(z.object({ id: z.string(), ...Change.shape, before: z.array(z.string()), after: z.array(z.string()) }));
export type ReturnRulingHistory = z.infer<typeof ReturnRulingHistory>;
