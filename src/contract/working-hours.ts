import * as z from 'zod/mini';
import { Change } from './cost-assumption.ts';
import { LocalDate, TimeZone } from './units.ts';

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

/** PUT /v1/working-hours: the schedule from a day on. */
export const WorkingHoursInput = z
  .strictObject({
    effective_from: LocalDate,
    shifts: z.array(Shift).check(z.maxLength(70)),
    holidays: z.array(Holiday).check(z.maxLength(400)),
  })
  .check(
    z.refine(({ shifts }) => !overlaps(shifts), { error: 'two shifts overlap; one past midnight takes up the start of the next day, too', path: ['shifts'] }),
    z.refine(({ holidays }) => new Set(holidays.map(({ date }) => date)).size === holidays.length, { error: 'a day is listed twice', path: ['holidays'] }),
  );
export type WorkingHoursInput = z.infer<typeof WorkingHoursInput>;

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const WEEK = 7 * 24 * 60;

/** A shift as minutes of the week; past Saturday's midnight it runs over the end of the week. */
export function minutesOfWeek({ day_number, start, end, is_24h, cross_midnight }: Shift): { from: number; to: number } {
  const day = day_number * 24 * 60;
  if (is_24h) return { from: day, to: day + 24 * 60 };
  return { from: day + minutes(start), to: day + minutes(end) + (cross_midnight ? 24 * 60 : 0) };
}

function overlaps(shifts: readonly Shift[]): boolean {
  const stretches = shifts.flatMap((shift) => {
    const { from, to } = minutesOfWeek(shift);
    return to > WEEK
      ? [
          { from, to: WEEK },
          { from: 0, to: to - WEEK },
        ]
      : [{ from, to }];
  });
  stretches.sort((a, b) => a.from - b.from);
  return stretches.some((stretch, index) => index > 0 && stretch.from < stretches[index - 1]!.to);
}

/** GET /v1/working-hours. Null: nobody has entered any, so nothing is assumed. */
export const WorkingHours = z.object({
  time_zone: TimeZone,
  /** The schedules by the day on which they begin, newest first. */
  schedules: z.array(z.object({ effective_from: LocalDate, shifts: z.array(Shift), holidays: z.array(Holiday), changed: Change })),
});
export type WorkingHours = z.infer<typeof WorkingHours>;
