import type { CostAssumptionInput } from '@qontak/impact-contract';
import { html, type TemplateResult } from 'lit';
import type { CostLang } from './cost.strings.ts';
import { FIELDS, type FieldName, writeAmount } from './draft.ts';

export interface ConflictActions {
  useTheirs: () => void;
  useMine: () => void;
}

/** Two changes met: both side by side, and nothing is overwritten before one is chosen. */
export function drawConflict(
  both: { mine: CostAssumptionInput; newer: CostAssumptionInput; busy: boolean },
  lang: CostLang,
  actions: ConflictActions,
): TemplateResult {
  const { t } = lang;
  const { mine, newer, busy } = both;
  const say = (name: FieldName, figures: CostAssumptionInput): string => {
    if (name === 'effective_from') return figures[name] === null ? t('from_beginning') : lang.periods.day(figures[name]);
    const value = figures[name];
    return value === null ? t('not_set') : writeAmount(name, value, lang.locale);
  };
  return html`<div class="conflict" part="conflict" role="alertdialog" aria-labelledby="conflict-title" aria-describedby="conflict-help" tabindex="-1">
    <p id="conflict-title" class="form-title">${t('conflict')}</p>
    <p id="conflict-help">${t('conflict_help')}</p>
    <table class="both">
      <thead>
        <tr>
          <th scope="col">${t('figure')}</th>
          <th scope="col">${t('theirs')}</th>
          <th scope="col">${t('mine')}</th>
        </tr>
      </thead>
      <tbody>
        ${FIELDS.map(
          (name) =>
            html`<tr class=${newer[name] === mine[name] ? '' : 'differs'}>
              <th scope="row">${t(name)}</th>
              <td>${say(name, newer)}</td>
              <td>${say(name, mine)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <div class="buttons">
      <button class="button" part="button" type="button" ?disabled=${busy} @click=${actions.useTheirs}>${t('use_theirs')}</button>
      <button class="button" part="button" type="button" ?disabled=${busy} @click=${actions.useMine}>${t(busy ? 'saving' : 'use_mine')}</button>
    </div>
  </div>`;
}
