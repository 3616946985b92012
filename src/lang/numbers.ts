import { inserted, lazily } from './lazily.ts';
import type { Locale } from './locale.ts';

/** How figures are written in one language. Engines differ in their defaults, so every option is spelled out. */
export interface Numbers {
  /** `1.204`. */
  count(value: number): string;
  /** `4,5`: at most two decimals, none where there is nothing to say. */
  decimal(value: number): string;
  /** A whole number of per cents as `62%`: rounding is the view's decision, because figures side by side must add up. */
  percent(whole: number): string;
  /** `58–66%`, or `62%` when both ends are the same. */
  percentRange(low: number, high: number): string;
}

/**
 * A share in whole per cents. 100 means all and nothing less: 99.6 % is 99, because "100 of 100" beside "and some came back"
 * would contradict itself. 0 can be a few of very many: say so where it matters. `of` must be above 0.
 */
export const wholeOf = (count: number, of: number): number => (count === of ? 100 : Math.min(99, Math.round((100 * count) / of)));

const TAGS: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };

function createNumbers(locale: Locale): Numbers {
  const format = (fraction: number) =>
    lazily(() => new Intl.NumberFormat(TAGS[locale], { style: 'decimal', useGrouping: true, minimumFractionDigits: 0, maximumFractionDigits: fraction }));
  const [whole, hundredths] = [format(0), format(2)];
  const count = (value: number): string => whole().format(value);
  return {
    count,
    decimal: (value) => hundredths().format(value),
    percent: (value) => `${count(value)}%`,
    // Not formatRange: engines put different separators and spaces there.
    percentRange: (low, high) => (low === high ? `${count(low)}%` : `${count(low)}–${count(high)}%`),
  };
}

const cache = new Map<Locale, Numbers>();

export const numbersOf = (locale: Locale): Numbers => inserted(cache, locale, createNumbers);
