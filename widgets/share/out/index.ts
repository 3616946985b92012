// What the methods of every element take from here when they are called: not before, and without the element that offers the same by hand.
import type { ImpactReport } from '@qontak/impact-contract';
import { offerExport } from '#kit';
import { createLang, type Speech } from '#lang';
import type { Separator } from '../csv.ts';
import { figuresOf } from '../figures.ts';
import { printReport } from '../paper.ts';
import { strings } from '../share.strings.ts';
import { sayingsOf, shareText } from '../share.view.ts';
import { saveTable } from '../table.ts';

interface Shown {
  /** From which the host is told. */
  element: Element;
  report: ImpactReport;
  speech: Speech;
}

/** All figures of the report as a file, unless the host keeps them. */
export function exportTable({ element, report, speech }: Shown, separator: Separator | undefined): void {
  const lang = createLang(speech.locale, strings, speech.messages);
  if (offerExport(element, 'csv', figuresOf(report, lang).length)) saveTable(report, lang, separator);
}

/** One printed page, unless the host keeps it. */
export function exportPaper({ element, report, speech }: Shown): void {
  const lang = createLang(speech.locale, strings, speech.messages);
  if (offerExport(element, 'print', shareText(sayingsOf(report, lang)).split('\n').length)) printReport(report, lang);
}
