// Monday weeks and months on the organization's calendar.
import { addDays, type Days, type LocalDate, monthOf } from '@qontak/impact-contract';

export type Unit = 'week' | 'month';

/** The week or month that holds the day. */
export function spanOf(unit: Unit, day: LocalDate): Days {
  if (unit === 'month') return monthOf(day.slice(0, 7));
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  const monday = addDays(day, -((sundayFirst + 6) % 7));
  return { from: monday, to: addDays(monday, 6) };
}

/** The week or month after it. */
export const spanAfter = (unit: Unit, { to }: Days): Days => (unit === 'week' ? { from: addDays(to, 1), to: addDays(to, 7) } : spanOf(unit, addDays(to, 1)));

/** The first week or month that is not over with that day. */
export const spanBeyond = (unit: Unit, day: LocalDate): Days => spanOf(unit, addDays(day, 1));
