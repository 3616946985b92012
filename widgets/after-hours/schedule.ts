import { html, nothing, type TemplateResult } from 'lit';
import { together } from '#kit';
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
  /** Why the service has not said which they are; null: it has. */
  unknown: 'not_asked' | 'awaited' | 'lost' | null;
  open: () => void;
  retry: () => void;
  words: WorkingHoursLang;
}

const SAVED = { saved: 'saved', counting: 'saved_counting' } as const;

/** The working hours in use and, for who may, the way to change them. Whatever the service says of them takes the same room. */
export function drawSchedule(parts: ScheduleParts): TemplateResult {
  const { saved, first, unknown, words } = parts;
  const waiting = !first && (unknown === 'awaited' || unknown === 'lost');
  return html`<p class="saved" role="status">${saved === null ? nothing : words.t(SAVED[saved])}</p>
    ${waiting ? drawUnknown(parts) : drawKnown(parts)}`;
}

const drawUnknown = ({ unknown, retry, words: { t } }: ScheduleParts): TemplateResult =>
  unknown === 'awaited'
    ? html`<div class="schedule awaited"></div>`
    : html`<div class="schedule">
        <p class="hint">${t('lost')}</p>
        <button class="button" part="button" type="button" @click=${retry}>${t('retry')}</button>
      </div>`;

function drawKnown({ schedule, first, access, open, words: { t } }: ScheduleParts): TemplateResult | typeof nothing {
  const button =
    access === 'edit'
      ? html`<button class=${first ? 'button primary open-editor' : 'button open-editor'} part="button" type="button" @click=${open}>
          ${t(first ? 'enter' : 'change')}
        </button>`
      : nothing;
  if (schedule === null && !first) return button;
  return html`<div class=${first ? 'schedule first' : 'schedule'}>
    ${schedule === null ? nothing : drawHours(schedule, t('yours'))} ${button} ${access === 'read' ? html`<p class="hint">${t('who')}</p>` : nothing}
  </div>`;
}

const drawHours = (schedule: ScheduleView, title: string): TemplateResult =>
  html`<details>
    <summary>${title}</summary>
    ${drawWeek(schedule)}
  </details>`;

export const drawWeek = ({ days, since, earlier, holidays }: ScheduleView): TemplateResult =>
  html`<dl class="week">
      ${days.map(
        (one) =>
          html`<div>
            <dt>${one.days}</dt>
            <dd>${one.hours}</dd>
          </div>`,
      )}
    </dl>
    ${holidays === null ? nothing : html`<p>${together(holidays)}</p>`}
    <p class="hint">${together(since)} ${earlier ?? nothing}</p>`;

export const drawMissing = ({ title, help }: { title: string; help: string }): TemplateResult =>
  html`<div class="unavailable">
    <strong>${title}</strong>
    <p>${help}</p>
  </div>`;
