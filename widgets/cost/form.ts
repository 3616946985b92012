import { MOST_MINUTES, MOST_RUPIAH, type ReportMeta, STARTING_MINUTES } from '@qontak/impact-contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ErrorCode } from '#data';
import { isHalf, keepKeys, plain } from '#kit';
import { moneyOf } from '#lang';
import type { CostLang } from './cost.strings.ts';
import type { CostView, Saying } from './cost.view.ts';
import { beginsBefore, FIELDS, type FieldName, HALF_A_DAY, type Trouble } from './draft.ts';
import { isReadable, type Open } from './editing.ts';
import { drawLines } from './figures.ts';
import { minutesText } from './times.ts';

export interface FormActions {
  type: (name: FieldName, text: string) => void;
  leave: (name: FieldName) => void;
  save: () => void;
  cancel: () => void;
}

/** The fields, and beside them what they come to. */
export function drawForm(
  form: Omit<Open, 'status'>,
  options: { saving: boolean; measured: boolean; view: CostView; meta: ReportMeta; lang: CostLang; actions: FormActions },
): TemplateResult {
  const { saving, measured, view, meta, lang, actions } = options;
  const { t } = lang;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (saving) return;
    const day = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('#effective_from');
    if (day !== null && isHalf(day)) actions.type('effective_from', HALF_A_DAY);
    actions.save();
  };
  return html`<div class="editing">
    ${drawPreview(isReadable(form) ? view : null, whenText(form, meta, lang), lang)}
    <form class="form" part="form" novalidate aria-labelledby="form-title" @submit=${submit} @keydown=${keepKeys} @keyup=${keepKeys} @keypress=${keepKeys}>
      <p id="form-title" class="form-title">${t('form')}</p>
      ${FIELDS.filter((name) => !(measured && name === 'minutes_per_chat')).map((name) => drawField(name, form, saving, lang, actions))}
      ${form.failed === null ? nothing : html`<p class="problem" role="alert">${t(WORDS[form.failed])}</p>`}
      <div class="buttons">
        <button class="button primary" part="button" type="submit" aria-disabled=${saving}>${t(saving ? 'saving' : 'save')}</button>
        <button class="button" part="button" type="button" ?disabled=${saving} @click=${actions.cancel}>${t('cancel')}</button>
      </div>
    </form>
  </div>`;
}

/** Why it could not be saved; several causes are one and the same to who typed. */
const WORDS = {
  offline: 'not_saved_offline',
  rate_limited: 'not_saved_busy',
  forbidden: 'not_saved_forbidden',
  auth_rejected: 'not_saved_signed_out',
  auth_empty: 'not_saved_signed_out',
  invalid: 'refused',
  bad_source: 'not_saved',
  no_token_provider: 'not_saved',
  auth_timeout: 'not_saved',
  tenant_mismatch: 'not_saved',
  network: 'not_saved',
  timeout: 'not_saved',
  server: 'not_saved',
  schema: 'not_saved',
  version_conflict: 'not_saved',
  render: 'not_saved',
  not_found: 'not_saved',
  bad_request: 'not_saved',
} as const satisfies Record<ErrorCode | 'invalid', keyof typeof import('./cost.strings.ts').strings.id>;

function drawField(name: FieldName, form: Omit<Open, 'status'>, saving: boolean, lang: CostLang, { type, leave }: FormActions): TemplateResult {
  const trouble = form.troubles[name];
  const hint = hintText(name, form, lang);
  return html`<div class="field">
    <label for=${name}>${lang.t(name)}</label>
    <input
      class="input"
      part="input"
      id=${name}
      name=${name}
      type=${name === 'effective_from' ? 'date' : 'text'}
      inputmode=${name === 'effective_from' ? nothing : name === 'minutes_per_chat' ? 'decimal' : 'text'}
      autocomplete="off"
      spellcheck="false"
      maxlength="40"
      .value=${live(form.draft[name] === HALF_A_DAY ? '' : form.draft[name])}
      ?readonly=${saving}
      aria-invalid=${trouble === undefined ? 'false' : 'true'}
      aria-describedby=${trouble === undefined ? `${name}-hint` : `${name}-problem ${name}-hint`}
      @input=${(event: Event) => type(name, typedIn(event.target as HTMLInputElement))}
      @change=${() => leave(name)}
    />
    <p id="${name}-hint" class="hint">${hint}</p>
    ${trouble === undefined ? nothing : html`<p id="${name}-problem" class="problem">${troubleText(name, trouble, lang)}</p>`}
  </div>`;
}

const typedIn = ({ value, validity }: HTMLInputElement): string => (validity.badInput ? HALF_A_DAY : value);

function hintText(name: FieldName, { preview, before }: Omit<Open, 'status'>, lang: CostLang): string {
  const { t, periods } = lang;
  switch (name) {
    case 'minutes_per_chat':
      return t('minutes_per_chat_hint', { minutes: minutesText(STARTING_MINUTES, lang) });
    case 'hourly_cost':
      return t('hourly_cost_hint');
    case 'ai_fee_per_month':
      return t(preview.hourly_cost === null && preview.ai_fee_per_month !== null ? 'ai_fee_per_month_waits' : 'ai_fee_per_month_hint');
    case 'effective_from': {
      const hint = t(preview.effective_from === null ? 'effective_from_all' : 'effective_from_day');
      const over = before.effective_from !== null && beginsBefore(preview.effective_from, before.effective_from);
      return over ? `${hint} ${t('effective_from_over', { day: periods.day(before.effective_from!) })}` : hint;
    }
  }
}

function troubleText(name: FieldName, trouble: Trouble, { t, locale, numbers }: CostLang): string {
  if (name === 'effective_from') return t(trouble === 'refused' ? 'refused_day' : 'unreadable_day');
  if (trouble === 'refused') return t('refused');
  if (name !== 'minutes_per_chat')
    return trouble === 'unreadable' ? t('unreadable_rupiah') : t('out_of_range_rupiah', { most: moneyOf(locale).short(MOST_RUPIAH) });
  return trouble === 'unreadable' ? t('unreadable_minutes_per_chat') : t('out_of_range_minutes_per_chat', { most: numbers.count(MOST_MINUTES) });
}

/** That the figures will not hold on all days of the report; null: they will. */
function whenText({ preview: { effective_from } }: Omit<Open, 'status'>, { period }: ReportMeta, { t, periods }: CostLang): string | null {
  if (effective_from === null || effective_from <= period.from) return null;
  return t(effective_from > period.to ? 'preview_later' : 'preview_within', { period: periods.range(period), day: periods.day(effective_from) });
}

/** Both figures while they move; read out when the typing pauses. Null: a field cannot be read. */
function drawPreview(view: CostView | null, when: string | null, lang: CostLang): TemplateResult {
  const { t } = lang;
  return html`<output class="preview" part="preview" for=${FIELDS.join(' ')}>
    <span class="preview-title">${t('preview')}</span>
    ${view === null ? html`<span class="help">${t('preview_unreadable')}</span>` : drawMoving(view, when, lang)}
  </output>`;
}

const drawMoving = ({ hours, rupiah, assumed }: CostView, when: string | null, { t }: CostLang): TemplateResult =>
  html`${when === null ? nothing : html`<span class="help">${when}</span>`} ${movingFigure(hours)}${assumed === null ? nothing : html`<span>${assumed}</span>`}
  ${rupiah === null ? html`<span class="help">${t('preview_no_rupiah')}</span>` : html`${movingFigure(rupiah)}${drawLines(rupiah.lines.map(({ kind, text }) => ({ kind, ...plain(text) })))}`}`;

const movingFigure = ({ figure, headline }: Saying): TemplateResult =>
  figure === null ? html`<span>${headline}</span>` : html`<b class="moving">${figure.value} ${figure.of}</b>`;
