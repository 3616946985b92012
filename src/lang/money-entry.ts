// What a person types for a number, read as people in Indonesia write it: `35.000`, `Rp 35.000`, `35 rb`, `1,5 juta`; and as in English.

const RUPIAH = /^(?:rp|idr)\.?/i;
const UNITS: readonly [RegExp, number][] = [
  [/(?:rb|ribu|k|thousand)$/i, 1e3],
  [/(?:jt|juta|million)$/i, 1e6],
  [/(?:miliar|billion)$/i, 1e9],
];
/** Thousands set apart by one kind of mark all the way: `1.500.000` or `1,500,000`. */
const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;
/** Not three digits: `1.500 ribu` could be either. */
const DECIMAL = /^\d+(?:[.,]\d{1,2})?$/;

const compact = (typed: string): string => typed.replaceAll(/\s/g, '');
const decimalOf = (text: string): number => Number(text.replace(',', '.'));

/** Whole rupiah, or null for what cannot be read without guessing. */
export function readRupiah(typed: string): number | null {
  const text = compact(typed).replace(RUPIAH, '');
  for (const [word, size] of UNITS) {
    const amount = text.replace(word, '');
    // Rounded, because 4.35 times a million is not whole in binary.
    if (amount !== text) return DECIMAL.test(amount) ? Math.round(decimalOf(amount) * size) : null;
  }
  // Cents that are none: `35.000,00`. Not `35.00`: somebody is typing 35.000, or means something else.
  const whole = text.replace(/(?<=[.,]\d{3}|\d{4})[.,]00$/, '');
  if (/^\d+$/.test(whole)) return Number(whole);
  return GROUPED.test(whole) ? Number(whole.replaceAll(/[.,]/g, '')) : null;
}

/** A small decimal number, such as minutes: the mark is always a decimal mark. Null: not one. */
export function readDecimal(typed: string): number | null {
  const text = compact(typed);
  return DECIMAL.test(text) ? decimalOf(text) : null;
}
