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
  // kept, because a shop asks for the same few hundred days once for each of its chats
  const days = new Map<LocalDate, Stretch[] | null>();
  return (instant) => {
    const { day, time } = wallClock(instant, timeZone);
    let stretches = days.get(day);
    if (stretches === undefined) days.set(day, (stretches = stretchesOn(day, newestFirst)));
    return stretches && !stretches.some(({ opens, closes }) => opens <= time && time < closes);
  };
}

/** The shifts that reach into a day: its own, and what yesterday's leave after midnight. Null: no schedule is in force. */
function stretchesOn(day: LocalDate, newestFirst: readonly WorkingHoursInput[]): Stretch[] | null {
  const inForce = (on: LocalDate): WorkingHoursInput | undefined => newestFirst.find(({ effective_from }) => effective_from <= on);
  const yesterday = addDays(day, -1);
  if (!inForce(day)) return null;
  const left = startingOn(yesterday, inForce(yesterday)).map(({ opens, closes }) => ({ opens: opens - DAY, closes: closes - DAY }));
  return [...startingOn(day, inForce(day)), ...left];
}

/** The shifts that start on a day. A holiday has none, so that nothing of it runs past its midnight either. */
function startingOn(day: LocalDate, schedule: WorkingHoursInput | undefined): Stretch[] {
  if (!schedule || schedule.holidays.some(({ date }) => date === day)) return [];
  const sundayFirst = (weekdayOf(day) + 1) % 7;
  return schedule.shifts.filter(({ day_number }) => day_number === sundayFirst).map(stretchOf);
}

function stretchOf(shift: Shift): Stretch {
  const { from, to } = minutesOfWeek({ ...shift, day_number: 0 });
  return { opens: from * MINUTE, closes: to * MINUTE };
}
