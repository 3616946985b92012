import * as z from 'zod/mini';
import { Change } from './cost-assumption.ts';
import { Holiday, Shift } from './shift.ts';
import { LocalDate, TimeZone } from './units.ts';

/** GET /v1/working-hours. No schedule: nobody has entered any, so nothing is assumed. */
export const WorkingHours = z.object({
  time_zone: TimeZone,
  /** The schedules by the day on which they begin, newest first. */
  schedules: z.array(z.object({ effective_from: LocalDate, shifts: z.array(Shift), holidays: z.array(Holiday), changed: Change })),
});
export type WorkingHours = z.infer<typeof WorkingHours>;
