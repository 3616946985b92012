// Whether somebody of the team was there: spec/metrics.md, section 5.
import { addDays, type LocalDate, minutesOfWeek, type Shift, type WorkingHoursInput } from '@qontak/impact-contract';
import { DAY, MINUTE, wallClock, weekdayOf } from '../local-time.ts';

/** Milliseconds since the midnight with which the shift's own day begins; past 24 hours it runs into the next day. */
interface Stretch {
  opens: number;
  closes: number;
}

/** Whether a moment lies outside the working hours; null: no schedule was in force on its day, and nothing is assumed. */
export type IsAfterHours = (instant: number) => boolean | null;

/** Prepares the question once for all chats of an organization. */
export function afterHoursBy(schedules: readonly WorkingHoursInput[], timeZone: string): IsAfterHours {
  const newestFirst = [...schedules].sort((a, b) => (a.effective_from < b.effective_from ? 1 : -1));
  const inForce = (day: LocalDate): WorkingHoursInput | undefined => newestFirst.find(({ effective_from }) => effective_from <= day);
  const days = new Map<LocalDate, Stretch[]>();
  /** The shifts that start on a day. A holiday has none, so that nothing of it runs past its midnight either. */
  const startingOn = (day: LocalDate): Stretch[] => {
    let stretches = days.get(day);
    if (!stretches) days.set(day, (stretches = stretchesOf(inForce(day), day)));
    return stretches;
  };
  return (instant) => {
    const { day, time } = wallClock(instant, timeZone);
    if (!inForce(day)) return null;
    const holds = (at: number) => (shift: Stretch) => shift.opens <= at && at < shift.closes;
    return !startingOn(day).some(holds(time)) && !startingOn(addDays(day, -1)).some(holds(time + DAY));
  };
}

function stretchesOf(schedule: WorkingHoursInput | undefined, day: LocalDate): Stretch[] {
  if (!schedule || schedule.holidays.some(({ date }) => date === day)) return [];
  const sundayFirst = (weekdayOf(day) + 1) % 7;
  return schedule.shifts.filter(({ day_number }) => day_number === sundayFirst).map(stretchOf);
}

function stretchOf(shift: Shift): Stretch {
  const { from, to } = minutesOfWeek({ ...shift, day_number: 0 });
  return { opens: from * MINUTE, closes: to * MINUTE };
}
