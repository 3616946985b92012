import type { ReportMeta } from '@qontak/impact-contract';
import { html, nothing, type TemplateResult } from 'lit';
import { about } from '#kit';
import type { ReportSettings, ReportState } from '#state';
import type { ReportLang } from './report.strings.ts';

/** The days, whether their figures can still move, and how fresh they are: the cards below do not repeat it. */
export const drawDays = (state: ReportState, settings: ReportSettings, lang: ReportLang): TemplateResult =>
  html`<div class=${isLong(settings) ? 'shown long' : 'shown'}>${state.status === 'ready' ? drawShown(state.report.meta, lang) : nothing}</div>`;

const drawShown = (meta: ReportMeta, lang: ReportLang): TemplateResult =>
  html`${about(meta, lang)}${meta.as_of === null ? nothing : html`<span>${lang.t('as_of', { moment: lang.periods.moment(meta.as_of, meta.organization.time_zone) })}</span>`}`;

/** Known before the answer: of other days than a month more is said, and of a channel beside them. */
const isLong = ({ period, from, channel }: ReportSettings): boolean => Boolean(channel || from || period?.startsWith('P'));
