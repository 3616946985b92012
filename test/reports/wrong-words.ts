// What a text says wrongly in whatever report: a hole, a word that customers must not meet, a number that is not written as spec/wording.md wants.
import type { Locale } from '#lang';
import { forbiddenIn, holesIn } from '#test/forbidden-words';
import { WRITTEN } from './any.ts';

interface Rule {
  what: string;
  /** Finds the wrong thing. */
  finds: RegExp;
  only?: Locale;
}

const RULES: readonly Rule[] = [
  { what: 'a space before the per cent sign', finds: /\d[\s\u00A0\u202F]%/u },
  { what: 'a space after Rp', finds: /Rp[\s\u00A0\u202F]/u },
  { what: 'a bare M for money', finds: /Rp[\d.,]+[\s\u00A0]?M\b/u },
  { what: 'a range without an en dash', finds: /\d%?-\d/u },
  { what: 'a negative nothing', finds: /[-−]0(?![\d.,])/u },
  { what: 'an exponent', finds: /\de[+-]?\d/iu },
  { what: 'thousands without a mark', finds: /(?<![\d.,])(?!(19|2\d)\d\d(?!\d))\d{4,}/u },
  { what: 'more than two decimals', finds: /\d,\d{3}(?!\d)/u, only: 'id' },
  { what: 'more than two decimals', finds: /\d\.\d{3}/u, only: 'en' },
  { what: 'a decimal point', finds: /Rp\d+\.\d{1,2}(?!\d)/u, only: 'id' },
  { what: 'a decimal comma', finds: /\d,\d{1,2}(?!\d)/u, only: 'en' },
];

/** The name of a zone that has none but its offset. */
const OFFSET = /(?:GMT|UTC)[+\-−]\d+(?:[:.]\d\d)?/gu;

/** A text without what somebody else wrote, which is not our word. */
export const ourPartOf = (text: string): string => text.replaceAll(WRITTEN, '').replaceAll(OFFSET, '');

/** What is wrong in texts of ours, and where. All are looked through at once, and only then one by one. */
export function wrongIn(texts: readonly string[], locale: Locale): string[] {
  return wrongInOne(texts.join('\n'), locale).length === 0 ? [] : texts.flatMap((text) => wrongInOne(text, locale));
}

function wrongInOne(text: string, locale: Locale): string[] {
  const ours = ourPartOf(text);
  const rules = RULES.filter(({ only, finds }) => (only === undefined || only === locale) && finds.test(ours)).map(({ what }) => what);
  return [...rules, ...forbiddenIn(ours), ...holesIn(ours)].map((wrong) => `${wrong} in "${text}"`);
}
