import { html, nothing, type TemplateResult } from 'lit';
import type { CostLang } from './cost.strings.ts';
import type { Editing } from './editing.ts';

/** What has come of it, with a way back. The place is always there: a screen reader reads what changes in it. */
export function drawNote(state: Editing, { t, periods }: CostLang, undo: () => void): TemplateResult {
  const note = state.status === 'closed' ? state.note : null;
  const textOf = (): string => {
    if (note === null) return '';
    if (note.kind === 'forbidden') return t('not_saved_forbidden');
    const from = note.kind === 'saved' ? note.figures.effective_from : null;
    return from !== null ? t('saved_from_note', { day: periods.day(from) }) : t(`${note.kind}_note`);
  };
  return html`<div class=${note === null ? 'note' : 'note notice'}>
    <p role="status">${textOf()}</p>
    ${
      note?.kind === 'saved' && note.back !== 'none'
        ? html`${note.trouble === null ? nothing : html`<p class="problem" role="alert">${t('not_undone')}</p>`}
            <button class="button" part="button" type="button" ?disabled=${note.busy} @click=${undo}>${t('undo')}</button>`
        : nothing
    }
  </div>`;
}
