// Calendar arithmetic on local dates. A date has no zone, so UTC midnights carry it without daylight-saving traps.
import type { LocalDate } from './units.ts';

const DAY = 86_400_000;

/** A date without a time is midnight in UTC. */
const utc = (date: LocalDate): number => Date.parse(date);
const digits = (n: number, count: number): string => String(n).padStart(count, '0');

/** toISOString takes nine times as long, and a report writes hundreds of dates. */
function format(ms: number): LocalDate {
  const date = new Date(ms);
  return `${digits(date.getUTCFullYear(), 4)}-${digits(date.getUTCMonth() + 1, 2)}-${digits(date.getUTCDate(), 2)}`;
}

export const addDays = (date: LocalDate, days: number): LocalDate => format(utc(date) + days * DAY);

/** Days from the first to the last date, both counted. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => Math.round((utc(to) - utc(from)) / DAY) + 1;

/** First and last day of a month given as `YYYY-MM`. */
export function monthOf(month: string): { from: LocalDate; to: LocalDate } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return { from: format(Date.UTC(year, number - 1, 1)), to: format(Date.UTC(year, number, 0)) };
}

/** The month before the one that holds the date, as `YYYY-MM`. */
export const monthBefore = (date: LocalDate): string => addDays(`${date.slice(0, 7)}-01`, -1).slice(0, 7);

/** Length of a period in months: each day is its part of its own month, so that a full calendar month is exactly 1. */
export function monthsIn({ from, to }: { from: LocalDate; to: LocalDate }): number {
  let months = 0;
  for (let start = from; start <= to;) {
    const month = monthOf(start.slice(0, 7));
    const end = month.to < to ? month.to : to;
    months += daysBetween(start, end) / daysBetween(month.from, month.to);
    start = addDays(end, 1);
  }
  return months;
}
