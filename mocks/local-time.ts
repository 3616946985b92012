// Local days of any IANA zone, from what Intl knows about its offsets.
import type { LocalDate } from '@qontak/impact-contract';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const QUARTER = 15 * MINUTE;

interface Zone {
  format: Intl.DateTimeFormat;
  /** Offsets by UTC day, and by quarter of an hour on the days on which the clock changes. Asking Intl for each chat would take most of the time. */
  offsets: Map<number, number>;
  /** First moments of local days. */
  days: Map<LocalDate, number>;
}

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (!zone) {
    const two = '2-digit';
    const options = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two, hourCycle: 'h23', timeZone } as const;
    zone = { format: new Intl.DateTimeFormat('en-US', options), offsets: new Map(), days: new Map() };
    zones.set(timeZone, zone);
  }
  return zone;
}

/** Local clock minus UTC, in milliseconds. Offsets change on the quarter of an hour in every zone since 1972, and at most once a day. */
function offsetAt(instant: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const midnight = Math.floor(instant / DAY) * DAY;
  const offset = cachedOffset(midnight, zone);
  return offset === cachedOffset(midnight + DAY, zone) ? offset : cachedOffset(Math.floor(instant / QUARTER) * QUARTER, zone);
}

function cachedOffset(instant: number, { format, offsets }: Zone): number {
  let offset = offsets.get(instant);
  if (offset === undefined) {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    offset = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']) - instant;
    offsets.set(instant, offset);
  }
  return offset;
}

/** What the clock on the wall shows at that moment: the day, and the time since its midnight in milliseconds. */
export function wallClock(instant: number, timeZone: string): { day: LocalDate; time: number } {
  const wall = instant + offsetAt(instant, timeZone);
  const dayNumber = Math.floor(wall / DAY);
  return { day: dateOf(dayNumber), time: wall - dayNumber * DAY };
}

/** The calendar day that it is in the zone at that moment. */
export const localDay = (instant: number, timeZone: string): LocalDate => wallClock(instant, timeZone).day;

/** 0: Monday. */
export const weekdayOf = (day: LocalDate): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

const dates = new Map<number, LocalDate>();

/** The date of a day counted from 1970-01-01. Kept, because a shop asks for the same few hundred days once for each of its chats. */
function dateOf(dayNumber: number): LocalDate {
  let date = dates.get(dayNumber);
  if (date === undefined) dates.set(dayNumber, (date = new Date(dayNumber * DAY).toISOString().slice(0, 10)));
  return date;
}

/**
 * The first moment of a local day: 00:00, or what the clock shows instead where daylight saving skips midnight.
 * Searched, not calculated: local days only ever go up, so that no rule about skipped or repeated hours is needed.
 */
export function startOfDay(day: LocalDate, timeZone: string): number {
  const { days } = zoneOf(timeZone);
  let start = days.get(day);
  if (start === undefined) days.set(day, (start = searchStart(day, timeZone)));
  return start;
}

function searchStart(day: LocalDate, timeZone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`) / QUARTER;
  // zones lie between UTC-12 and UTC+14
  let [before, from] = [utc - 15 * 4, utc + 13 * 4];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (localDay(middle * QUARTER, timeZone) < day) before = middle;
    else from = middle;
  }
  return from * QUARTER;
}
