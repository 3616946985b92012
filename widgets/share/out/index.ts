// What the methods of every element take from here when they are called: not before, and without the element that offers the same by hand.
import type { ImpactReport } from '@qontak/impact-contract';
import { wholeReport } from '#data';
import { offerExport } from '#kit';
import { createLang } from '#lang';
import { LangController, ReportController } from '#state';
import type { Separator } from '../csv.ts';
import { figuresOf } from '../figures.ts';
import { printReport } from '../paper.ts';
import { type ShareLang, strings } from '../share.strings.ts';
import { sayingsOf, shareText } from '../share.view.ts';
import { saveTable } from '../table.ts';
import { said } from './said.ts';

/** All figures of an element's report as a file, unless the host keeps them. */
export const exportTable = (element: Element, separator: Separator | undefined): Promise<void> => said(element, 'exportCsv()', save(element, separator));

/** One printed page, unless the host keeps it. */
export const exportPaper = (element: Element): Promise<void> => said(element, 'print()', print(element));

async function save(element: Element, separator: Separator | undefined): Promise<void> {
  // Cells are quoted for these two alone.
  if (separator !== undefined && separator !== ',' && separator !== ';') throw new TypeError('Could not export: delimiter is a comma or a semicolon.');
  const { report, lang } = await shownBy(element);
  if (offerExport(element, 'csv', figuresOf(report, lang).length)) saveTable(report, lang, separator);
}

async function print(element: Element): Promise<void> {
  const { report, lang } = await shownBy(element);
  if (offerExport(element, 'print', shareText(sayingsOf(report, lang)).split('\n').length)) printReport(report, lang);
}

async function shownBy(element: Element): Promise<{ report: ImpactReport; lang: ShareLang }> {
  const controller = ReportController.of(element);
  await controller.whenShown();
  const { state } = controller;
  if (state.status !== 'ready') throw new Error('Could not export: the report has just gone. Wait for whenReady() and try again.');
  const { locale, messages } = LangController.of(element).current;
  return { report: wholeReport(state.report), lang: createLang(locale, strings, messages) };
}
