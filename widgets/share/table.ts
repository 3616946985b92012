import type { ImpactReport } from '@qontak/impact-contract';
import { download } from '#kit';
import { csvOf, type Separator } from './csv.ts';
import { figuresOf } from './figures.ts';
import type { ShareLang } from './share.strings.ts';

/** The name of a file that holds figures of a report. */
export const fileOf = ({ meta: { period } }: ImpactReport, { t }: ShareLang, ending: 'csv' | 'png'): string =>
  `${t('file')}-${period.from}-${period.to}.${ending}`;

/** Downloads every figure as a table, and says under which name. */
export function saveTable(report: ImpactReport, lang: ShareLang, separator?: Separator): string {
  const file = fileOf(report, lang, 'csv');
  download(file, new Blob([csvOf(figuresOf(report, lang), lang.locale, separator)], { type: 'text/csv;charset=utf-8' }));
  return file;
}
