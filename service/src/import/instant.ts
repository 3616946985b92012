// Times as exports write them: ISO 8601 (`2026-10-01T08:12:33.123Z`) and PostgreSQL (`2026-10-01 08:12:33.123456+07`).
const PATTERN = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(Z|UTC|[+-]\d\d(?::?\d\d)?))?$/i;

// No chat is older. A number below it is almost surely epoch seconds, which would otherwise pass as a day in January 1970.
const EARLIEST_YEAR = 2000;
const EARLIEST_MS = Date.UTC(EARLIEST_YEAR, 0, 1);
// Some systems write 9999-12-31 for "never"; taken as a time it would close the chat.
const LATEST_YEAR = 2199;
const LATEST_MS = Date.UTC(LATEST_YEAR, 11, 31);

export interface ReadInstant {
  /** Always `YYYY-MM-DDTHH:MM:SS.ffffffZ`: one width, so that comparing texts compares times, to the microsecond of PostgreSQL. */
  instant: string;
  /** The source named no zone; it was read as UTC. */
  naive: boolean;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0));

/** Minutes east of UTC, or null for an offset that exists nowhere. */
function offsetMinutes(zone: string): number | null {
  if (/^(z|utc)$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || 0);
  return hours > 15 || minutes > 59 ? null : (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Reads a time, or says why it is none. */
export function readInstant(text: string): ReadInstant | string {
  const match = PATTERN.exec(text);
  if (!match) return 'is not a time like 2026-10-01T08:12:33Z or 2026-10-01 08:12:33+07';
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', fraction = '', zone] = match;
  if (Number(year) < EARLIEST_YEAR) return `lies before ${EARLIEST_YEAR}`;
  if (Number(year) > LATEST_YEAR) return `lies after ${LATEST_YEAR}`;
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return 'names a day that does not exist';
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return 'names a time of day that does not exist';
  const east = zone === undefined ? 0 : offsetMinutes(zone);
  if (east === null) return 'has a zone that does not exist';
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const utc = east === 0 ? local : new Date(Date.parse(`${local}Z`) - east * 60_000).toISOString().slice(0, 19);
  return { instant: `${utc}.${fraction.slice(0, 6).padEnd(6, '0')}Z`, naive: zone === undefined };
}

/** Epoch milliseconds, as JSON exports write them. */
export function readEpoch(ms: number): ReadInstant | string {
  if (!Number.isFinite(ms)) return 'is not a time';
  if (ms < EARLIEST_MS) return `lies before ${EARLIEST_YEAR} (a number must be epoch milliseconds, not seconds)`;
  if (ms > LATEST_MS) return `lies after ${LATEST_YEAR} (a number must be epoch milliseconds)`;
  return { instant: canonical(new Date(ms)), naive: false };
}

/** The one spelling of {@link ReadInstant}. */
export const canonical = (date: Date): string => date.toISOString().replace('Z', '000Z');
