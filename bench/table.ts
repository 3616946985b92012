import { type Figure, verdictOf } from './figure.ts';

const NUMBER = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
const PERCENT = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 0 });

/** The figures as a Markdown table that reads well in a terminal too, then a line for each target that was missed or thing that was not measured. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    ['', 'what', 'measured', 'target', 'verdict'],
    ...figures.map((figure) => [figure.point, figure.name, measured(figure), targetText(figure), verdictText(figure)]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1), '', ...remarks(figures)].join('\n').trimEnd();
}

export const numberText = (value: number): string => NUMBER.format(value);

const amount = (value: number, unit: Figure['unit']): string => (unit === 'x' ? `${NUMBER.format(value)}x` : `${NUMBER.format(value)} ${unit}`);

const measured = ({ value, unit }: Figure): string => (value === null ? 'not measured' : amount(value, unit));

function targetText({ target, unit }: Figure): string {
  if (target === undefined) return '';
  return 'atMost' in target ? `at most ${amount(target.atMost, unit)}` : `at least ${amount(target.atLeast, unit)}`;
}

function verdictText(figure: Figure): string {
  const verdict = verdictOf(figure);
  switch (verdict.is) {
    case 'met':
      return 'met';
    case 'missed':
      return `missed by ${PERCENT.format(verdict.by)}`;
    case 'open':
      return '';
  }
}

/** Figures with the same reason share a line. */
function remarks(figures: readonly Figure[]): string[] {
  const odd = figures.filter((figure) => figure.value === null || verdictOf(figure).is === 'missed');
  return [...Map.groupBy(odd, ({ note }) => note ?? 'No reason was found.')].map(([note, all]) => {
    const what = all.map((figure) => `${figure.name} (${figure.value === null ? 'not measured' : verdictText(figure)})`).join('; ');
    return `- ${all[0]!.point}: ${what}. ${note}`;
  });
}

/** `4 targets met, 1 missed` */
export function summaryOf(figures: readonly Figure[]): string {
  const count = (is: 'met' | 'missed'): number => figures.filter((figure) => verdictOf(figure).is === is).length;
  return `${count('met')} ${count('met') === 1 ? 'target' : 'targets'} met, ${count('missed')} missed`;
}
