import type { Days, ReportMeta } from '@qontak/impact-contract';
import { html, nothing, type TemplateResult } from 'lit';
import { announce, cardStrings, cardStyles, choosePeriod, failure, fieldStyles, ImpactElement, keepKeys, rootStyles, tokens } from '#kit';
import { isDenied } from '#data';
import { createLang } from '#lang';
import { LangController, PeriodChoiceController, ReportController, type ReportState, ThemeController } from '#state';
import { choiceOf, daysOf, type Draft, draftOf, type Problem, problemOf, todayOf } from './choice.ts';
import { type Option, periodPickerView, type PeriodPickerView } from './period-picker.view.ts';
import { strings } from './period-picker.strings.ts';
import { styles } from './period-picker.styles.ts';

/**
 * Which days and which channel the report shows. It stays usable while another choice loads, or cannot be shown.
 *
 * @tag qontak-impact-period-picker
 * @fires {ImpactPeriodChangeEvent} impact-period-change - Someone chose; the report around turns to it unless it is prevented.
 * @fires {ImpactReadyEvent} impact-ready - The report has come.
 * @fires {ImpactErrorEvent} impact-error - There is no report to choose from; cancelable.
 * @fires {ImpactAuthRequiredEvent} impact-auth-required - The user has to sign in again.
 * @slot error - Instead of what is said when there is no report.
 * @csspart root - Everything.
 * @csspart input - A field.
 * @csspart button - Show the dates, or try again.
 * @csspart error - What went wrong.
 */
export class PeriodPicker extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, fieldStyles, styles];
  readonly #lang = new LangController(this, strings);
  readonly #report = new ReportController(this, announce);
  /** Of the newest report: what one can choose from does not go away while another one loads. */
  #meta: ReportMeta | null = null;
  #draft: Draft | null = null;
  #problem: Problem | null = null;
  #asked: Days | null = null;

  constructor() {
    super();
    // Alone on a page it shows whether its own choice is final.
    new PeriodChoiceController(this);
    new ThemeController(this);
  }

  override render(): TemplateResult {
    const { state } = this.#report;
    this.#follow(state);
    const lang = this.#lang.current;
    return html`<div class="root" part="root" lang=${lang.locale} tabindex="-1">
      <div class="picker" role="group" aria-label=${lang.t('title')} aria-busy=${state.status === 'loading'}>${this.#content(state)}</div>
    </div>`;
  }

  #content(state: ReportState): TemplateResult | typeof nothing {
    const lang = this.#lang.current;
    const words = createLang(lang.locale, cardStrings, lang.messages);
    if (this.#meta === null || this.#draft === null) {
      if (state.status === 'failed') return failure(state, words);
      return html`<div class="skeleton" aria-hidden="true"><i></i><i></i></div>
        <p class="status" role="status">${lang.t('loading_any')}</p>`;
    }
    const shown = { draft: this.#draft, asked: this.#asked, problem: this.#problem, meta: this.#meta } as const;
    const view = periodPickerView({ ...shown, state: state.status === 'ready' ? 'shown' : state.status }, lang);
    return this.#form(view);
  }

  #form({ kinds, kind, channels, channel, dates, problem, status }: PeriodPickerView): TemplateResult {
    const { t } = this.#lang.current;
    return html`<form novalidate @submit=${this.#submit} @keydown=${keepKeys} @keyup=${keepKeys} @keypress=${keepKeys}>
        ${select('period', t('period'), kinds, kind, (value) => this.#chooseKind(value))}
        ${select('channel', t('channel'), channels, channel, (value) => this.#chooseChannel(value))} ${dates === null ? nothing : this.#dates(dates, problem)}
      </form>
      <p class="status" role="status">${status}</p>`;
  }

  #dates(dates: NonNullable<PeriodPickerView['dates']>, problem: PeriodPickerView['problem']): TemplateResult {
    const { t } = this.#lang.current;
    const date = (name: 'from' | 'to'): TemplateResult =>
      html`<label class="field"
        ><span>${t(name)}</span>
        <input
          class="input"
          part="input"
          type="date"
          name=${name}
          max=${dates.newest}
          .value=${dates[name]}
          aria-invalid=${problem?.field === name}
          aria-describedby=${problem?.field === name ? 'problem' : nothing}
          @change=${(event: Event) => this.#typeDate(name, (event.currentTarget as HTMLInputElement).value)}
        />
      </label>`;
    return html`<div class="dates">
      ${date('from')}${date('to')}<button class="button" part="button" type="submit">${t('apply')}</button>
      <p class="problem" id="problem" role="alert">${problem?.text ?? nothing}</p>
    </div>`;
  }

  /** Takes over what a new report shows; what is being typed stays when the report is only a newer one of the same days. */
  #follow(state: ReportState): void {
    if (state.status === 'failed' && isDenied(state.error)) this.#meta = this.#draft = null;
    if (state.status !== 'ready' || state.report.meta === this.#meta) return;
    const before = this.#meta?.period;
    this.#meta = state.report.meta;
    const { from, to, channel } = this.#meta.period;
    if (this.#draft !== null && before?.from === from && before.to === to && before.channel === channel) return;
    this.#draft = draftOf(this.#meta, this.#draft?.kind ?? null);
    this.#problem = this.#asked = null;
  }

  #chooseKind(kind: Draft['kind']): void {
    const { draft, today } = this.#now();
    this.#draft = { ...draft, ...daysOf({ ...draft, kind: kind === 'custom' ? draft.kind : kind }, today), kind };
    this.#problem = null;
    if (kind === 'custom') this.requestUpdate();
    else this.#ask(this.#draft);
  }

  #chooseChannel(value: string): void {
    const { draft, today, meta } = this.#now();
    const channel = value === '' ? null : value;
    // Dates that are half typed are not asked for: the days that are shown stay.
    const days = draft.kind === 'custom' && problemOf(draft, today) !== null ? draftOf(meta, null) : draft;
    this.#draft = { ...draft, channel };
    this.#ask({ ...days, channel });
  }

  #typeDate(name: 'from' | 'to', value: string): void {
    const { draft, today } = this.#now();
    this.#draft = { ...draft, [name]: value };
    if (this.#problem !== null) this.#problem = problemOf(this.#draft, today);
    this.requestUpdate();
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft, today } = this.#now();
    if (draft.kind !== 'custom') return;
    this.#problem = problemOf(draft, today);
    if (this.#problem === null) return this.#ask(draft);
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[name="${this.#problem.field}"]`)?.focus();
  };

  #ask(draft: Draft): void {
    const { today } = this.#now();
    this.#asked = daysOf(draft, today);
    this.requestUpdate();
    choosePeriod(this, choiceOf(draft, today));
  }

  /** Only called from the form, which stands on the page once there is something to choose from. */
  #now(): { draft: Draft; meta: ReportMeta; today: string } {
    const [draft, meta] = [this.#draft!, this.#meta!];
    return { draft, meta, today: todayOf(meta) };
  }
}

function select<Value extends string>(
  name: string,
  label: string,
  options: readonly Option<Value>[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<label class="field"
    ><span>${label}</span>
    <select class="input" part="input" name=${name} @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value as Value)}>
      ${options.map(({ value, label: text }) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select>
  </label>`;
}
