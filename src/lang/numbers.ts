import type { Locale } from './locale.ts';

/** How figures are written in one language. */
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

const MARKS: Readonly<Record<Locale, { group: string; decimal: string }>> = { id: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } };

/**
 * A number with at most so many decimals. By hand: engines differ in their defaults, and the first Intl formatter of a page costs a
 * tenth of the time to its first figure.
 */
export function writeNumber(value: number, decimals: number, locale: Locale): string {
  const { group, decimal } = MARKS[locale];
  const [whole, rest = ''] = Math.abs(value).toFixed(decimals).split('.') as [string, string?];
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  const part = rest.replace(/0+$/, '');
  const text = part === '' ? grouped : grouped + decimal + part;
  return value < 0 && text !== '0' ? `-${text}` : text;
}

export function numbersOf(locale: Locale): Numbers {
  const count = (value: number): string => writeNumber(value, 0, locale);
  return {
    count,
    decimal: (value) => writeNumber(value, 2, locale),
    percent: (value) => `${count(value)}%`,
    percentRange: (low, high) => (low === high ? `${count(low)}%` : `${count(low)}–${count(high)}%`),
  };
}
