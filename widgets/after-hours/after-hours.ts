import type { AfterHoursValue, ReportMeta, WorkingHours } from '@qontak/impact-contract';
import { html, nothing, type TemplateResult } from 'lit';
import {
  about,
  aboutStyles,
  announce,
  type Card,
  card,
  cardStyles,
  chartStyles,
  chatsButtonStyles,
  fieldStyles,
  figureStyles,
  ImpactElement,
  PictureController,
  rootStyles,
  segmentedStyles,
  tokens,
} from '#kit';
import { metricOf, WORKING_HOURS } from '#data';
import { createLang } from '#lang';
import { FeaturesController, LangController, MetricController, type MetricState, SettingController, ThemeController } from '#state';
import { afterHoursPicture } from './after-hours.picture.ts';
import { strings } from './after-hours.strings.ts';
import { styles } from './after-hours.styles.ts';
import { afterHoursView } from './after-hours.view.ts';
import { drawFigures, drawNotes } from './figures.ts';
import { drawPicture } from './picture.ts';
import { focusAfter } from './focus.ts';
import { drawSchedule, drawMissing } from './schedule.ts';
import { type Form, WorkingHoursEditor } from './working-hours-editor.ts';
import { workingHoursForm } from './working-hours-form.ts';
import type { Edit } from './working-hours.model.ts';
import { strings as hoursStrings, type WorkingHoursLang } from './working-hours.strings.ts';
import { type MissingReason, missingView, scheduleView, theirsView, zoneOf } from './working-hours.view.ts';

/** The metric, or why it has to wait. */
type Shown = AfterHoursValue | { status: 'missing'; reason: MissingReason };

/**
 * What AI did while the team was away, and the working hours by which that is told.
 *
 * @tag qontak-impact-after-hours
 * @fires {ImpactExportEvent} impact-export - The card is about to leave the page as a picture; cancelable.
 * @fires {ImpactReadyEvent} impact-ready - The figure stands on the page.
 * @fires {ImpactViewEvent} impact-view - The card was before a reader, at least half of it.
 * @fires {ImpactErrorEvent} impact-error - There is no report; cancelable.
 * @fires {ImpactAuthRequiredEvent} impact-auth-required - The user has to sign in again.
 * @fires {ImpactOpenChatsEvent} impact-open-chats - Someone wants to see the chats behind a number; cancelable.
 * @slot header-actions - Beside the title: what the host adds.
 * @slot empty - Instead of the words for a figure that cannot be told yet.
 * @slot error - Instead of what is said when there is no report.
 * @slot footer - Below the figures.
 * @csspart root - Everything.
 * @csspart card - The frame.
 * @csspart title - The title.
 * @csspart value - The figure.
 * @csspart chart - The day hour by hour.
 * @csspart table - Its figures as a table.
 * @csspart chats-button - A number that opens its chats.
 * @csspart editor - The form for the working hours.
 * @csspart input - A field of it.
 * @csspart button - A button.
 * @csspart picture-button - Saves the card as a picture.
 * @csspart skeleton - The placeholder while loading.
 * @csspart error - What went wrong.
 */
export class AfterHours extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, aboutStyles, chartStyles, chatsButtonStyles, segmentedStyles, fieldStyles, figureStyles, styles];
  readonly #lang = new LangController(this, strings);
  readonly #picture = new PictureController(this);
  readonly #metric = new MetricController(this, (report) => metricOf(report, 'after_hours'), announce);
  readonly #features = new FeaturesController(this);
  readonly #setting = new SettingController(this, WORKING_HOURS, {
    report: this.#metric,
    wanted: () => this.#shown.status === 'ready',
  });
  readonly #editor = new WorkingHoursEditor(this, this.#setting, () => {
    const shown = this.#shown;
    return shown.status === 'ready' ? shown.meta : null;
  });

  constructor() {
    super();
    new ThemeController(this);
  }

  /** Without working hours the card has something to show all the same: where to enter them, or those by which chats are being counted. */
  get #shown(): MetricState<Shown> {
    const { state } = this.#metric;
    if (state.status !== 'unavailable' || (state.reason !== 'no_working_hours' && state.reason !== 'being_counted')) return state;
    return { status: 'ready', value: { status: 'missing', reason: state.reason }, meta: state.meta, stale: null };
  }

  override render(): TemplateResult {
    const lang = this.#lang.current;
    const words = createLang(lang.locale, hoursStrings, lang.messages);
    const body = (shown: Shown, meta: ReportMeta): TemplateResult => html`${this.#above(shown, meta, words)}${this.#hours(shown, meta, words)}`;
    return card({
      title: lang.t('title'),
      empty: lang.t('empty'),
      headingLevel: this.headingLevel,
      state: this.#shown,
      lang,
      body,
      skeleton: SKELETON,
      picture: this.#saving,
    });
  }

  /** Not of the question that has to be answered first. */
  get #saving(): Card<Shown>['picture'] {
    const lang = this.#lang.current;
    if (this.#metric.state.status === 'unavailable') return undefined;
    return { by: this.#picture, of: (shown, meta) => (shown.status === 'ok' ? afterHoursPicture(afterHoursView(shown, meta, lang), lang) : { blocks: [] }) };
  }

  #above(shown: Shown, meta: ReportMeta, words: WorkingHoursLang): TemplateResult {
    const lang = this.#lang.current;
    if (shown.status === 'ok') {
      const view = afterHoursView(shown, meta, lang);
      return html`${about(meta, lang, { rough: view.rough })}
        <div class="main">${drawFigures(view)}${view.picture ? drawPicture(view.picture, lang) : nothing}</div>
        ${drawNotes(view)}`;
    }
    if (this.#editor.form !== null) return html``;
    const { state } = this.#setting;
    return drawMissing(missingView(shown.reason, state.status === 'known' ? state.value : null, meta, words));
  }

  /** The hours in use, who may change them, and the form. */
  #hours(shown: Shown, meta: ReportMeta, words: WorkingHoursLang): TemplateResult | typeof nothing {
    const { state } = this.#setting;
    if (this.#editor.form !== null && state.status === 'known') return this.#form(this.#editor.form, state.value, meta, words);
    const schedule = state.status === 'known' ? scheduleView(state.value, meta, words) : null;
    const first = shown.status === 'missing' && shown.reason === 'no_working_hours';
    return drawSchedule({
      schedule: first ? null : schedule,
      first,
      // Until the service has said who may, a reader without hours is told whom to ask.
      access: state.status === 'known' ? (state.can_edit && this.#features.offers('editing') ? 'edit' : 'read') : first ? 'read' : 'none',
      saved: this.#editor.saved,
      unknown: state.status === 'unknown' ? state.because : null,
      open: () => void this.#open(meta),
      retry: () => this.#retry(),
      words,
    });
  }

  #form(form: Form, hours: WorkingHours, meta: ReportMeta, lang: WorkingHoursLang): TemplateResult {
    return workingHoursForm({
      form,
      theirs: form.notice === 'conflict' ? theirsView(hours, meta, lang) : null,
      lang,
      zone: zoneOf(meta, lang),
      headingLevel: this.headingLevel,
      edit: (edit) => void this.#edit(edit),
      save: (half) => void this.#save(half),
      cancel: () => void this.#leave(() => this.#editor.close()),
      takeTheirs: () => void this.#leave(() => this.#editor.takeTheirs()),
    });
  }

  async #open(meta: ReportMeta): Promise<void> {
    this.#editor.open(meta);
    await this.updateComplete;
    this.#focus('[name="effective_from"]');
  }

  /** The button goes away, whatever comes of it. */
  #retry(): void {
    this.#focus('.root');
    void this.#setting.reload();
  }

  async #edit(edit: Edit): Promise<void> {
    this.#editor.edit(edit);
    await this.updateComplete;
    const next = this.#editor.form === null ? null : focusAfter(edit, this.#editor.form.draft);
    if (next !== null) this.#focus(next);
  }

  async #save(half: string[]): Promise<void> {
    const sent = await this.#editor.save(half);
    await this.updateComplete;
    const wrong = this.#editor.form?.problems[0];
    if (wrong !== undefined) this.#focus(`[name="${wrong.field}"]:is(:checked, :not([type="radio"]))`);
    else if (sent && this.#editor.form === null) this.#focus('.root');
  }

  /** What had the focus goes away: the keyboard stays in the card. */
  async #leave(how: () => void): Promise<void> {
    how();
    await this.updateComplete;
    this.#focus(this.#editor.form === null ? '.open-editor' : '[name="effective_from"]');
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

const SKELETON = html`<div class="blocks"><i class="short"></i><i class="tall"></i><i></i><i class="wide"></i></div>`;
