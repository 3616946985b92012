import type { Locale } from './locale.ts';

// Indonesians read WIB, WITA and WIT; Intl writes "GMT+7" for them in English and differs between engines. No summer time, ever: so their
// clocks need no Intl either, whose first formatter would hold up the first figure.
const WIB = { label: 'WIB', ahead: 7 };
const WITA = { label: 'WITA', ahead: 8 };
const WIT = { label: 'WIT', ahead: 9 };
const INDONESIAN: Readonly<Record<string, { label: string; ahead: number }>> = {
  'Asia/Jakarta': WIB,
  'Asia/Pontianak': WIB,
  'Asia/Makassar': WITA,
  'Asia/Ujung_Pandang': WITA,
  'Asia/Jayapura': WIT,
};

const HOUR = 3_600_000;

/** The clock of a zone at a moment, as `2026-11-22 10:15`. */
export function localTime(instant: string | number, timeZone: string): string {
  const moment = new Date(instant);
  const known = INDONESIAN[timeZone];
  if (known === undefined) return clockOf(timeZone).format(moment);
  return new Date(moment.getTime() + known.ahead * HOUR).toISOString().slice(0, 16).replace('T', ' ');
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes days and hours as ISO does. Building one costs about as much as drawing a card. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const clock = formatIn(timeZone, (zone) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', ...parts }));
  clocks.set(timeZone, clock);
  return clock;
}

/**
 * A zone younger than the browser, or misspelt, would stop the whole page. The moment in UTC, which says that it is UTC, is right
 * everywhere.
 */
function formatIn(timeZone: string, format: (timeZone: string) => Intl.DateTimeFormat): Intl.DateTimeFormat {
  try {
    return format(timeZone);
  } catch {
    return format('UTC');
  }
}

const labels: Readonly<Record<Locale, Map<string, Intl.DateTimeFormat>>> = { id: new Map(), en: new Map() };

function labelOf(timeZone: string, locale: Locale): Intl.DateTimeFormat {
  const known = labels[locale].get(timeZone);
  if (known !== undefined) return known;
  const label = formatIn(timeZone, (zone) => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }));
  labels[locale].set(timeZone, label);
  return label;
}

/** The day that it is in a zone at a moment. */
export const localDay = (instant: string | number, timeZone: string): string => localTime(instant, timeZone).slice(0, 10);

/** The name of a zone beside an hour: `WIB`, else what Intl says (`GMT+8`). */
export function zoneLabel(timeZone: string, moment: Date, locale: Locale): string {
  const known = INDONESIAN[timeZone];
  if (known !== undefined) return known.label;
  return (
    labelOf(timeZone, locale)
      .formatToParts(moment)
      .find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC'
  );
}
