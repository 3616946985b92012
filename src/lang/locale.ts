/** The languages the report speaks, the default first. */
export const LOCALES = ['id', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Reads a BCP 47 tag (`id-ID`, `en-GB`, and the old `in` of some Android phones). Null: not one of ours. */
export function localeOf(tag: string | null | undefined): Locale | null {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0];
  if (language === 'in') return 'id';
  return LOCALES.find((locale) => locale === language) ?? null;
}
