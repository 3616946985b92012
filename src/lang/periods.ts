import { CALENDAR_NAMES } from './calendar-names.ts';
import type { Locale } from './locale.ts';
import { localTime, zoneLabel } from './time-zone.ts';

/** Two local days (`2026-10-01`), both included. */
export interface DayRange {
  from: string;
  to: string;
}

/** How days and moments are written in one language. */
export interface Periods {
  /** `22 Nov 2026`. */
  day(date: string): string;
  /** `3 Desember`. */
  dayOfMonth(date: string): string;
  /** `Oktober 2026`. */
  month(date: string): string;
  /** `22 Nov`: for an axis, beside which the year stands. */
  shortDay(date: string): string;
  /** `Nov`: likewise. */
  shortMonth(date: string): string;
  /** `Senin`; 0 is Sunday. */
  weekday(day: number): string;
  /** `08.30` of a time of day `08:30`. Not for a screen alone: the day or the zone stands beside it. */
  clock(time: string): string;
  /** `20.00–21.00`, the hour that begins then. Not for a screen alone either. */
  hour(begins: number): string;
  /** A calendar month as `Oktober 2026`, other days as `1–14 Okt 2026` or `25 Sep 2026 – 8 Okt 2026`. */
  range(days: DayRange): string;
  /** A moment in a zone, as `22 Nov 2026 10.15 WIB`: an hour never stands without its day and zone. */
  moment(instant: string | number, timeZone: string): string;
}

/** Whether the days are exactly one calendar month. */
export function isMonth({ from, to }: DayRange): boolean {
  if (!from.endsWith('-01') || from.slice(0, 7) !== to.slice(0, 7)) return false;
  const last = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)), 0));
  return dayOf(to) === last.getUTCDate();
}

const CLOCK: Readonly<Record<Locale, string>> = { id: '.', en: ':' };

export function periodsOf(locale: Locale): Periods {
  const { months, shortMonths, weekdays } = CALENDAR_NAMES[locale];
  const shortDay = (date: string): string => `${dayOf(date)} ${shortMonths[monthOf(date)]}`;
  const day = (date: string): string => `${shortDay(date)} ${date.slice(0, 4)}`;
  const month = (date: string): string => `${months[monthOf(date)]} ${date.slice(0, 4)}`;
  const clock = (time: string): string => time.replace(':', CLOCK[locale]);
  const full = (hour: number): string => clock(`${String(hour).padStart(2, '0')}:00`);
  return {
    day,
    month,
    shortDay,
    shortMonth: (date) => shortMonths[monthOf(date)]!,
    dayOfMonth: (date) => `${dayOf(date)} ${months[monthOf(date)]}`,
    weekday: (number) => weekdays[number]!,
    clock,
    hour: (begins) => `${full(begins)}–${full(begins + 1)}`,
    range: (days) => (isMonth(days) ? month(days.from) : dayRange(days, day)),
    moment: (instant, timeZone) => {
      const [date, time] = localTime(instant, timeZone).split(' ') as [string, string];
      return `${day(date)} ${clock(time)} ${zoneLabel(timeZone, new Date(instant), locale)}`;
    },
  };
}

const dayOf = (date: string): number => Number(date.slice(8));
const monthOf = (date: string): number => Number(date.slice(5, 7)) - 1;

function dayRange({ from, to }: DayRange, day: (date: string) => string): string {
  if (from === to) return day(from);
  return from.slice(0, 7) === to.slice(0, 7) ? `${dayOf(from)}–${day(to)}` : `${day(from)} – ${day(to)}`;
}
