import * as z from 'zod/mini';

/** How many: a whole number, never negative. */
export const Count = z.int().check(z.gte(0));

/** Which revision of something that is kept and never overwritten: 1 is the first. */
export const RevisionNumber = z.int().check(z.gte(1));

/** A part of a whole, 0..1. It becomes a percentage only on the screen. */
export const Share = z.number().check(z.gte(0), z.lte(1));

/** Where clocks and calendars agree: what lies outside is a broken clock, and would be written as nonsense. */
const YEAR = z.regex(/^(19|2\d)\d\d-/, 'a year from 1900 to 2999');

/** A moment, in UTC, ISO 8601 (`2026-11-01T03:12:00Z`). */
export const Instant = z.iso.datetime({ offset: true }).check(YEAR);
export type Instant = z.infer<typeof Instant>;

/** A day on the organization's own calendar (`2026-11-01`); it has no time zone of its own. */
export const LocalDate = z.iso.date().check(YEAR);
export type LocalDate = z.infer<typeof LocalDate>;

/** Who owns the data. Any 128-bit id in the usual spelling; versions are not checked, sources differ. */
export const OrganizationId = z.guid();
export type OrganizationId = z.infer<typeof OrganizationId>;

/** The zones of Indonesia are known without asking: the first question to Intl takes as long as drawing a card. */
const INDONESIAN = /^Asia\/(Jakarta|Pontianak|Makassar|Ujung_Pandang|Jayapura)$/;

function isTimeZone(name: string): boolean {
  if (INDONESIAN.test(name)) return true;
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** A time zone by its IANA name (`Asia/Jakarta`). A name that no clock knows would break every date. */
export const TimeZone = z.string().check(z.refine(isTimeZone, 'a time zone by its IANA name'));
