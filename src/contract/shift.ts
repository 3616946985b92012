import * as z from 'zod/mini';
import { LocalDate } from './units.ts';

/** A time of day, `08:30`; `24:00` only as an end. */
const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 08:30'));

/** One stretch of work, open at the start and closed at the end. 0 is Sunday, as in the source. */
export const Shift = z
  .strictObject({
    day_number: z.int().check(z.gte(0), z.lte(6)),
    start: TimeOfDay,
    end: TimeOfDay,
    is_24h: z.boolean(),
    /** The end lies on the next day; the shift belongs to the day on which it starts. */
    cross_midnight: z.boolean(),
  })
  .check(
    z.refine((shift) => shift.is_24h || shift.start !== '24:00', 'a shift starts before 24:00'),
    z.refine(
      (shift) => shift.is_24h || (shift.cross_midnight ? shift.end < shift.start : shift.end > shift.start),
      'the end does not fit the start; a shift past midnight says cross_midnight',
    ),
  );
export type Shift = z.infer<typeof Shift>;

/** The organization's own closed day. */
export const Holiday = z.strictObject({ date: LocalDate, name: z.string().check(z.maxLength(120), z.regex(/^\P{Cc}*$/u, 'a name on one line')) });
export type Holiday = z.infer<typeof Holiday>;

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A shift as minutes of the week; past Saturday's midnight it runs over the end of the week. */
export function minutesOfWeek({ day_number, start, end, is_24h, cross_midnight }: Shift): { from: number; to: number } {
  const day = day_number * 24 * 60;
  if (is_24h) return { from: day, to: day + 24 * 60 };
  return { from: day + minutes(start), to: day + minutes(end) + (cross_midnight ? 24 * 60 : 0) };
}
