const FORMULA = /^[\s\u00A0\uFEFF]*[=+@|%\t\r＝＋－＠｜％]|^-(?![\d.,]+$)/;

/** The cells of a table that a spreadsheet would reckon. Its separator is a comma. */
export const formulasIn = (table: string): string[] => cellsOf(table).filter((cell) => FORMULA.test(cell));

function cellsOf(table: string): string[] {
  return [...table.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^,"\r\n]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
