import { html, nothing, type TemplateResult } from 'lit';
import { keepKeys, segmented } from '#kit';
import type { CostLang } from './cost.strings.ts';
import type { CostView, Unit } from './cost.view.ts';

interface Head {
  unit: Unit;
  choose: (unit: Unit) => void;
  /** Null: who reads this may not. `awaited`: whether they may is on its way. */
  change: (() => void) | 'awaited' | null;
  /** Not just now. */
  busy: boolean;
}

/** The unit, and beside it the way to change the figures: that comes a moment later and must push nothing away. */
export function drawHead({ source }: CostView, { unit, choose, change, busy }: Head, { t }: CostLang): TemplateResult {
  const choices = [
    { value: 'hours', label: t('hours') },
    { value: 'rupiah', label: t('rupiah') },
  ] as const;
  return html`<div class="head">
    <div @keydown=${keepKeys} @keyup=${keepKeys} @keypress=${keepKeys}>
      ${segmented<Unit>({ name: 'unit', legend: t('show_in'), choices, value: unit, choose })}
    </div>
    ${change === null ? nothing : drawChange(change, busy, t(source.assumption === null ? 'change' : 'change_assumption'))}
  </div>`;
}

/** Room for it, which nobody sees or hears, is as wide as itself: beside the unit or below it. */
const drawChange = (change: (() => void) | 'awaited', busy: boolean, label: string): TemplateResult =>
  change === 'awaited'
    ? html`<span class="button awaited" data-label=${label}></span>`
    : html`<button id="change" class="button" part="button" type="button" ?disabled=${busy} @click=${change}>${label}</button>`;

/** Instead of a value that needs the cost of an hour. `fill` null: only an admin can say it. */
export function drawAsk({ ask }: CostView, fill: (() => void) | null, busy: boolean, { t }: CostLang): TemplateResult {
  return html`<div class="main ask">
    <p class="headline">${ask}</p>
    ${
      fill === null
        ? html`<p class="help">${t('ask_admin')}</p>`
        : html`<button class="button primary" part="button" type="button" ?disabled=${busy} @click=${fill}>${t('fill')}</button>`
    }
  </div>`;
}
