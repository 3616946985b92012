import * as z from 'zod/mini';
import { historyOf } from './setting-history.ts';
import { WorkingHoursInput } from './working-hours-input.ts';

/** GET /v1/working-hours/history: each entry is about the schedule of one `effective_from`. */
export const WorkingHoursHistory = historyOf(z.object(WorkingHoursInput.shape));
export type WorkingHoursHistory = z.infer<typeof WorkingHoursHistory>;
