// Monday weeks and months on the organization's calendar.
import { addDays, type Days, type LocalDate, monthOf } from '@qontak/impact-contract';
import { weekdayOf } from '../local-time.ts';

export type Unit = 'week' | 'month';

/** The week or month that holds the day. */
export function spanOf(unit: Unit, day: LocalDate): Days {
  if (unit === 'month') return monthOf(day.slice(0, 7));
  const monday = addDays(day, -weekdayOf(day));
  return { from: monday, to: addDays(monday, 6) };
}

export const spanAfter = (unit: Unit, { to }: Days): Days => spanOf(unit, addDays(to, 1));

/** The spans from the one that holds the first day to the one that holds the last. */
export function spansBetween(unit: Unit, first: LocalDate, last: LocalDate): Days[] {
  const spans: Days[] = [];
  for (let span = spanOf(unit, first); span.from <= last; span = spanAfter(unit, span)) spans.push(span);
  return spans;
}
