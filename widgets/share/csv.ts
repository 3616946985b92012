import type { Locale } from '#lang';

export type Cell = string | number | null;
export type Separator = ',' | ';';

const LOCAL: Readonly<Record<Locale, { separator: Separator; mark: string; begin: string }>> = {
  // Excel in Indonesia reads semicolons and decimal commas, and takes UTF-8 only by its mark.
  id: { separator: ';', mark: ',', begin: '\uFEFF' },
  en: { separator: ',', mark: '.', begin: '' },
};

/**
 * What a spreadsheet would run: a formula, or the older ways to start a program, also in full width and behind blanks.
 * Texts can be a customer's.
 */
const FORMULA = /^[\s\u00A0\uFEFF]*[=+\-@|%\t\r＝＋－＠｜％]/;
const TO_QUOTE = /["',;\n\r\t]/;

/** Rows as a spreadsheet in the reader's language opens them, unless another separator is wanted. Numbers stay numbers; a text never becomes a formula. */
export function csvOf(rows: readonly (readonly Cell[])[], locale: Locale, separator = LOCAL[locale].separator): string {
  const { mark, begin } = LOCAL[locale];
  return begin + rows.map((row) => row.map((cell) => write(cell, mark)).join(separator) + '\r\n').join('');
}

function write(cell: Cell, mark: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return quoted(plain(cell).replace('.', mark));
  return quoted(FORMULA.test(cell) || /^[\t\r]/.test(cell) ? `'${cell}` : cell);
}

/** Without an exponent, which some readers take for text. */
const plain = (value: number): string => (Number.isInteger(value) ? String(value) : String(Number(value.toFixed(6))));

const quoted = (text: string): string => (TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
