import { html, nothing, type TemplateResult } from 'lit';
import type { WorkingHoursLang } from './working-hours.strings.ts';
import type { WorkingHoursEditor } from './working-hours-editor.ts';
import type { ScheduleView } from './working-hours.view.ts';

interface ScheduleParts {
  /** Null: none to show. */
  schedule: ScheduleView | null;
  /** Nobody has entered any, or none for these days. */
  first: boolean;
  access: 'edit' | 'read' | 'none';
  saved: WorkingHoursEditor['saved'];
  /** They are on their way. */
  awaited: boolean;
  open: () => void;
  words: WorkingHoursLang;
}

const SAVED = { saved: 'saved', counting: 'saved_counting' } as const;

/** The working hours in use and, for who may, the way to change them. */
export function drawSchedule({ schedule, first, access, saved, awaited, open, words: { t } }: ScheduleParts): TemplateResult {
  const button = html`<button class=${first ? 'button primary open-editor' : 'button open-editor'} part="button" type="button" @click=${open}>
    ${t(first ? 'enter' : 'change')}
  </button>`;
  return html`<p class="saved" role="status">${saved === null ? nothing : t(SAVED[saved])}</p>
    ${
      awaited && !first
        ? html`<div class="schedule awaited"></div>`
        : schedule === null && !first
          ? access === 'edit'
            ? button
            : nothing
          : html`<div class=${first ? 'schedule first' : 'schedule'}>
              ${schedule === null ? nothing : drawHours(schedule, t('yours'))} ${access === 'edit' ? button : nothing}
              ${access === 'read' ? html`<p class="hint">${t('who')}</p>` : nothing}
            </div>`
    }`;
}

function drawHours({ days, since, earlier, holidays }: ScheduleView, title: string): TemplateResult {
  return html`<details>
    <summary>${title}</summary>
    <dl>
      ${days.map(
        (one) =>
          html`<div>
            <dt>${one.days}</dt>
            <dd>${one.hours}</dd>
          </div>`,
      )}
    </dl>
    ${holidays === null ? nothing : html`<p>${holidays}</p>`}
    <p class="hint">${since} ${earlier ?? nothing}</p>
  </details>`;
}

export const drawMissing = ({ title, help }: { title: string; help: string }): TemplateResult =>
  html`<div class="unavailable">
    <strong>${title}</strong>
    <p>${help}</p>
  </div>`;
