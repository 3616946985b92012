import * as z from 'zod/mini';
import { Rate } from './rate.ts';
import { Count } from './units.ts';
import { Unavailable } from './unavailable.ts';

const AfterHoursValue = z
  .object({
    status: z.literal('ok'),
    /** Every closed chat whose first message came outside the working hours. */
    chats: Count,
    /** Those that AI answered. */
    answered: Count,
    /** Net among those that AI answered. */
    net: Rate,
    /** Those that stayed solved: without AI they would have waited until opening. */
    would_have_waited: Count,
    /** By local hour of the first message: all closed chats, and those outside the working hours. */
    hours: z.array(z.object({ hour: z.int().check(z.gte(0), z.lte(23)), chats: Count, after_hours: Count })).check(z.length(24)),
  })
  .check(
    z.refine((value) => value.answered <= value.chats && value.net.of <= value.answered, 'more answered than there were'),
    z.refine((value) => value.hours.every((hour) => hour.after_hours <= hour.chats), 'an hour has more chats outside the working hours than chats'),
    z.refine((value) => value.hours.every(({ hour }, index) => hour === index), 'the hours do not run from 0 to 23'),
    z.refine((value) => value.hours.reduce((sum, { after_hours }) => sum + after_hours, 0) === value.chats, 'the hours do not add up'),
    z.refine((value) => value.would_have_waited === value.net.count, 'would_have_waited is not net'),
  );
export type AfterHoursValue = z.infer<typeof AfterHoursValue>;

/**
 * What AI did while the team was away. Without a schedule: unavailable with `no_working_hours`, never assumed; with one by which no chat is counted
 * yet: `being_counted`.
 */
export const AfterHours = z.union([AfterHoursValue, Unavailable]);
export type AfterHours = z.infer<typeof AfterHours>;
