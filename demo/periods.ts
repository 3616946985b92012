import { daysBetween, LocalDate, LONGEST_PERIOD_DAYS, monthBefore } from '@qontak/impact-contract';

/** How many months the list offers: a year, so that a season can be compared. */
const MONTHS = 12;

/** The local day of a moment in a zone, as the service reckons it. */
export function localDay(instant: string, timeZone: string): LocalDate {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((one) => one.type === type)!.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Months to choose from, newest first, up to the one of `today`; none before AI was switched on, where a report has nothing to say. */
export function monthsUntil(today: LocalDate, activatedOn: LocalDate | null): string[] {
  const first = activatedOn?.slice(0, 7) ?? '';
  const months = [today.slice(0, 7)];
  while (months.length < MONTHS && months.at(-1)! > first) months.push(monthBefore(`${months.at(-1)}-01`));
  return months;
}

/** `from/to`, as one value for the address and the widget. */
export const customPeriod = (from: LocalDate, to: LocalDate): string => `${from}/${to}`;

/** The days of a custom period; null for any other kind. */
export function customDays(period: string): { from: string; to: string } | null {
  const [from, to, more] = period.split('/');
  return from !== undefined && to !== undefined && more === undefined ? { from, to } : null;
}

export type CustomProblem = 'incomplete' | 'reversed' | 'too_long';

/** Why two dates are no period; null when they are one. */
export function customProblem(from: string, to: string): CustomProblem | null {
  if (!LocalDate.safeParse(from).success || !LocalDate.safeParse(to).success) return 'incomplete';
  if (from > to) return 'reversed';
  return daysBetween(from, to) > LONGEST_PERIOD_DAYS ? 'too_long' : null;
}
