import * as z from 'zod/mini';
import { Holiday, minutesOfWeek, Shift } from './shift.ts';
import { LocalDate } from './units.ts';

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

const WEEK = 7 * 24 * 60;

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
