import { html, nothing, type TemplateResult } from 'lit';
import { keepKeys, segmented } from '#kit';
import type { CostLang } from './cost.strings.ts';
import type { CostView, Unit } from './cost.view.ts';

interface Head {
  unit: Unit;
  choose: (unit: Unit) => void;
  /** Null: who reads this may not. */
  change: (() => void) | null;
}

/** The unit, and beside it the way to change the figures: that comes a moment later and must push nothing away. */
export function drawHead({ source }: CostView, { unit, choose, change }: Head, { t }: CostLang): TemplateResult {
  const choices = [
    { value: 'hours', label: t('hours') },
    { value: 'rupiah', label: t('rupiah') },
  ] as const;
  return html`<div class="head">
    <div @keydown=${keepKeys} @keyup=${keepKeys} @keypress=${keepKeys}>
      ${segmented<Unit>({ name: 'unit', legend: t('show_in'), choices, value: unit, choose })}
    </div>
    ${
      change === null
        ? nothing
        : html`<button id="change" class="button" part="button" type="button" @click=${change}>
            ${t(source.assumption === null ? 'change' : 'change_assumption')}
          </button>`
    }
  </div>`;
}

/** Instead of a value that needs the cost of an hour. `fill` null: only an admin can say it. */
export function drawAsk({ ask }: CostView, fill: (() => void) | null, { t }: CostLang): TemplateResult {
  return html`<div class="main ask">
    <p class="headline">${ask}</p>
    ${
      fill === null
        ? html`<p class="help">${t('ask_admin')}</p>`
        : html`<button class="button primary" part="button" type="button" @click=${fill}>${t('fill')}</button>`
    }
  </div>`;
}
