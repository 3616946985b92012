import type { Locale } from './locale.ts';
import { writeNumber } from './numbers.ts';

/** How rupiah are written in one language. Always whole rupiah, never a bare `M`: it is a milliard in one and a million in the other. */
export interface Money {
  /** `Rp1.610.000`, to the rupiah. */
  full(value: number): string;
  /**
   * `Rp1,6 juta`: one decimal, cut towards the smaller amount, so that savings are never rounded up and a loss never down.
   * `beside`: the amount that this one stands next to, whose unit it takes (`Rp0,9 juta` beside `Rp1,6 juta`).
   */
  short(value: number, beside?: number): string;
  /** As `short`, with its sign: `+Rp0,9 juta`, `−Rp0,6 juta`; none for nothing. */
  signed(value: number, beside?: number): string;
}

/** Our own, because engines differ in what they call a thousand and where they begin to. */
const UNITS = [
  { from: 1e12, id: 'triliun', en: 'trillion' },
  { from: 1e9, id: 'miliar', en: 'billion' },
  { from: 1e6, id: 'juta', en: 'million' },
  { from: 1e3, id: 'ribu', en: 'thousand' },
] as const;

/** Below, every rupiah is written: `Rp1.500` is shorter than `Rp1,5 ribu`. */
const SHORT_FROM = 10_000;
const MINUS = '−';

export function moneyOf(locale: Locale): Money {
  const whole = (value: number): string => `Rp${writeNumber(value, 0, locale)}`;
  const amount = (value: number, beside: number): string => {
    const size = Math.abs(value);
    const unit = Math.abs(beside) < SHORT_FROM ? undefined : UNITS.find(({ from }) => Math.abs(beside) >= from);
    if (unit === undefined || size === 0) return whole(size);
    // Dividing by a tenth of the unit: two whole numbers, so that what divides exactly is not a hair below.
    const cut = (value < 0 ? Math.ceil : Math.floor)(size / (unit.from / 10)) / 10;
    // What the unit is too large for would be written as nothing.
    return cut === 0 ? amount(value, value) : `Rp${writeNumber(cut, 1, locale)} ${unit[locale]}`;
  };
  const sign = (value: number): string => (value < 0 ? MINUS : '');
  return {
    full: (value) => sign(value) + whole(Math.abs(value)),
    short: (value, beside = value) => sign(value) + amount(value, beside),
    signed: (value, beside = value) => (value > 0 ? '+' : sign(value)) + amount(value, beside),
  };
}
