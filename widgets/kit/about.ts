import type { ReportMeta } from '@qontak/impact-contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import { createLang, type LangOf, type Speech } from '#lang';
import { aboutStrings } from './about-strings.ts';
import { channelName } from './channel-name.ts';

/** The same in words alone, for where there are no badges. */
export function aboutText(meta: ReportMeta, { locale, messages }: Speech, { rough = false } = {}): string[] {
  const lang = createLang(locale, aboutStrings, messages);
  const { t, periods } = lang;
  const { period, recounting } = meta;
  const standing = standingText(meta, lang);
  return [
    periods.range(period),
    ...(period.channel === null ? [] : [channelName(period.channel)]),
    ...(standing === null ? [] : [standing]),
    ...(recounting ? [t('recounting')] : []),
    ...(rough ? [t('rough')] : []),
  ];
}

/** Which days and which channel a card is about, whether its figures can still move, are being counted anew, and are rough. */
export function about(meta: ReportMeta, { locale, messages }: Speech, { rough = false } = {}): TemplateResult {
  const lang = createLang(locale, aboutStrings, messages);
  const { t, periods } = lang;
  const { period, recounting } = meta;
  const standing = standingText(meta, lang);
  return html`<div class="about">
    <span class="once">${periods.range(period)}${period.channel === null ? nothing : html` · <bdi>${channelName(period.channel)}</bdi>`}</span>
    ${standing === null ? nothing : html`<span class=${period.status === 'final' ? 'badge once' : 'badge open once'}>${standing}</span>`}
    ${recounting ? html`<span class="badge open once">${t('recounting')}</span>` : nothing}
    ${rough ? html`<span class="badge open">${t('rough')}</span>` : nothing}
  </div>`;
}

/** Null: nothing has come in yet, so there is nothing that could change or become final. */
const standingText = ({ period, as_of }: ReportMeta, { t, periods }: LangOf<typeof aboutStrings>): string | null =>
  as_of === null ? null : period.status === 'final' ? t('final') : t('provisional', { date: periods.dayOfMonth(period.final_on) });

export const aboutStyles = css`
  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--_space-2);
    color: var(--_text-muted);
  }
  .badge {
    padding: 1px var(--_space-1);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-pill);
    color: var(--_text);
    font-size: 12px;
  }
  .badge.open {
    border-style: dashed;
    color: var(--_warning);
  }
`;
