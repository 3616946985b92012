import { inserted, lazily } from './lazily.ts';
import type { Locale } from './locale.ts';
import { zoneLabel } from './time-zone.ts';

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
  /** A calendar month as `Oktober 2026`, other days as `1–14 Okt 2026` or `25 Sep 2026 – 8 Okt 2026`. */
  range(days: DayRange): string;
  /** A moment in a zone, as `22 Nov 2026 10.15 WIB`: an hour never stands without its day and zone. */
  moment(instant: string | number, timeZone: string): string;
}

/** Whether the days are exactly one calendar month. */
export function isMonth({ from, to }: DayRange): boolean {
  const last = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)), 0));
  return from.endsWith('-01') && to === last.toISOString().slice(0, 10);
}

const TAGS: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };
const CLOCK: Readonly<Record<Locale, string>> = { id: '.', en: ':' };

/** The day that it is in a zone at a moment. */
export const localDay = (instant: string | number, timeZone: string): string => inserted(calendars, timeZone, calendarOf).format(new Date(instant));

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes dates as ISO does. */
const calendarOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' });

/** A Sunday in November 2026. */
const SUNDAY = 1;

type Options = Intl.DateTimeFormatOptions;
// A local date has no zone: it is carried, and written, at UTC midnight.
const DATE: Options = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' };

/** Chosen parts in chosen order, so that separators are ours and the same in every engine. */
function writer(locale: Locale, options: Options, order: readonly Intl.DateTimeFormatPartTypes[], separator: string) {
  const format = lazily(() => new Intl.DateTimeFormat(TAGS[locale], options));
  return (moment: Date): string => {
    const parts = format().formatToParts(moment);
    return order.map((type) => parts.find((part) => part.type === type)?.value ?? '').join(separator);
  };
}

function createPeriods(locale: Locale): Periods {
  const dateWriter = (options: Options, order: readonly Intl.DateTimeFormatPartTypes[]) => {
    const write = writer(locale, { ...DATE, ...options }, order, ' ');
    return (date: string): string => write(new Date(`${date}T00:00:00Z`));
  };
  const day = dateWriter({ day: 'numeric', month: 'short', year: 'numeric' }, ['day', 'month', 'year']);
  const month = dateWriter({ month: 'long', year: 'numeric' }, ['month', 'year']);
  const weekdayWriter = dateWriter({ weekday: 'long' }, ['weekday']);
  const weekday = (number: number): string => weekdayWriter(`2026-11-${String(number).padStart(2, '0')}`);
  return {
    day,
    month,
    shortDay: dateWriter({ day: 'numeric', month: 'short' }, ['day', 'month']),
    shortMonth: dateWriter({ month: 'short' }, ['month']),
    dayOfMonth: dateWriter({ day: 'numeric', month: 'long' }, ['day', 'month']),
    weekday: (number) => weekday(SUNDAY + number),
    clock: (time) => time.replace(':', CLOCK[locale]),
    range: (days) => (isMonth(days) ? month(days.from) : dayRange(days, day)),
    moment: momentWriter(locale),
  };
}

function dayRange({ from, to }: DayRange, day: (date: string) => string): string {
  if (from === to) return day(from);
  return from.slice(0, 7) === to.slice(0, 7) ? `${Number(from.slice(8))}–${day(to)}` : `${day(from)} – ${day(to)}`;
}

function momentWriter(locale: Locale): Periods['moment'] {
  const clocks = new Map<string, (moment: Date) => string>();
  return (instant, timeZone) => inserted(clocks, timeZone, () => clockOf(locale, timeZone))(new Date(instant));
}

function clockOf(locale: Locale, timeZone: string): (moment: Date) => string {
  const date = writer(locale, { ...DATE, day: 'numeric', month: 'short', year: 'numeric', timeZone }, ['day', 'month', 'year'], ' ');
  const time = writer(locale, { ...DATE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }, ['hour', 'minute'], CLOCK[locale]);
  return (moment) => `${date(moment)} ${time(moment)} ${zoneLabel(timeZone, moment, locale)}`;
}

const cache = new Map<Locale, Periods>();

export const periodsOf = (locale: Locale): Periods => inserted(cache, locale, createPeriods);
