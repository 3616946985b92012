import type { Locale } from './locale.ts';

// Indonesians read WIB, WITA and WIT; Intl writes "GMT+7" for them in English and differs between engines.
const INDONESIAN: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** The name of a zone beside an hour: `WIB`, else what Intl says (`GMT+8`). */
export function zoneLabel(timeZone: string, moment: Date, locale: Locale): string {
  const known = INDONESIAN[timeZone];
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(moment);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
