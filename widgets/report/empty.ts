import type { ReportMeta } from '@qontak/impact-contract';
import { html, type TemplateResult } from 'lit';
import { windowText } from '#kit';
import { createLang, type Speech } from '#lang';
import { emptyStrings } from './empty.strings.ts';

/** Said once for all cards, which then say no more than what each will show. */
export function drawEmpty(meta: ReportMeta, headingLevel: number, { locale, messages }: Speech): TemplateResult {
  const lang = createLang(locale, emptyStrings, messages);
  return html`<div class="card">
    <div class="card-title" role="heading" aria-level=${headingLevel}>${lang.t('title')}</div>
    <div class="unavailable"><p>${lang.t('help', { window: windowText(meta, lang) })}</p></div>
  </div>`;
}
