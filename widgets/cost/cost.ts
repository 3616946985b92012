import type { CostValue, ReportMeta } from '@qontak/impact-contract';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { COST_ASSUMPTION, metricOf } from '#data';
import {
  about,
  aboutStyles,
  announce,
  type Card,
  card,
  cardStyles,
  chatsButtonStyles,
  fieldStyles,
  figureStyles,
  ImpactElement,
  offerAssumption,
  PictureController,
  remembering,
  requireSignIn,
  rootStyles,
  segmentedStyles,
  tokens,
} from '#kit';
import { FeaturesController, LangController, MetricController, SettingController, ThemeController } from '#state';
import { drawConflict } from './conflict.ts';
import { costPicture } from './cost.picture.ts';
import { strings } from './cost.strings.ts';
import { styles } from './cost.styles.ts';
import { costAfter, costView, type CostView, costWith, type Unit } from './cost.view.ts';
import type { FieldName } from './draft.ts';
import { isGoingBack } from './editing.ts';
import { Editor } from './editor.ts';
import { drawSaying, drawSource, drawUnits } from './figures.ts';
import { drawForm } from './form.ts';
import { drawAsk, drawHead } from './head.ts';
import { History } from './history.ts';
import { drawNote } from './note.ts';
import { changesOf } from './way-back.ts';

/**
 * Team time that AI saved, and what that is worth by the figures of the business. Admins change the figures in place and see the value
 * move while they type.
 *
 * @tag qontak-impact-cost
 * @fires {ImpactAssumptionChangeEvent} impact-assumption-change - Figures are about to be saved; cancelable: the host stores them itself.
 * @fires {ImpactOpenChatsEvent} impact-open-chats - Someone wants to see the chats behind a number; cancelable.
 * @fires {ImpactExportEvent} impact-export - The card is about to leave the page as a picture; cancelable.
 * @fires {ImpactReadyEvent} impact-ready - The figure stands on the page.
 * @fires {ImpactViewEvent} impact-view - The card was before a reader, at least half of it.
 * @fires {ImpactErrorEvent} impact-error - There is no report; cancelable.
 * @fires {ImpactAuthRequiredEvent} impact-auth-required - The user has to sign in again.
 * @slot header-actions - Beside the title: what the host adds.
 * @slot empty - Instead of the words for a figure that cannot be told yet.
 * @slot error - Instead of what is said when there is no report.
 * @slot footer - Below the figures.
 * @csspart root - Everything.
 * @csspart card - The frame.
 * @csspart title - The title.
 * @csspart value - The figure.
 * @csspart form - The fields of an admin.
 * @csspart input - A field.
 * @csspart preview - What the fields come to.
 * @csspart conflict - Somebody else changed the figures meanwhile.
 * @csspart chats-button - A number that opens its chats.
 * @csspart picture-button - Saves the card as a picture.
 * @csspart skeleton - The placeholder while loading.
 * @csspart error - What went wrong.
 * @csspart button - A button.
 */
export class Cost extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, aboutStyles, segmentedStyles, chatsButtonStyles, fieldStyles, figureStyles, styles];
  static override properties: PropertyDeclarations = {
    unit: { state: true, attribute: false },
  };

  declare private unit: Unit;
  readonly #lang = new LangController(this, strings);
  readonly #picture = new PictureController(this);
  readonly #metric = new MetricController(this, (report) => metricOf(report, 'cost'), announce);
  readonly #features = new FeaturesController(this);
  readonly #setting = new SettingController(this, COST_ASSUMPTION, {
    report: this.#metric,
    wanted: () => this.#features.offers('editing') && this.#metric.state.status === 'ready',
  });
  readonly #editor = new Editor(this, {
    setting: this.#setting,
    locale: () => this.#lang.current.locale,
    report: () => {
      const { state } = this.#metric;
      return state.status === 'ready' ? { cost: state.value, meta: state.meta } : null;
    },
    changes: changesOf(this.#metric, this.#setting),
    offer: (figures) => offerAssumption(this, figures),
    signedOut: () => requireSignIn(this),
  });
  readonly #view = remembering(costView);
  readonly #history = new History(this, { report: this.#metric, setting: this.#setting, focus: (to) => this.#do(() => {}, to) });
  /** What gets the keyboard after the next drawing, where what had it goes away. */
  #focus: string | null = null;

  constructor() {
    super();
    this.unit = 'hours';
    new ThemeController(this);
  }

  override render(): TemplateResult {
    const lang = this.#lang.current;
    const body = (cost: CostValue, meta: ReportMeta): TemplateResult => this.#body(cost, meta);
    return card({
      title: lang.t('title'),
      empty: lang.t('empty'),
      headingLevel: this.headingLevel,
      state: this.#metric.state,
      lang,
      body,
      skeleton: SKELETON,
      picture: this.#saving,
    });
  }

  protected override updated(): void {
    if (this.#focus === null) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focus) ?? this.renderRoot.querySelector<HTMLElement>('.root');
    this.#focus = null;
    // Not within the update: leaving a field is a change, too.
    void this.updateComplete.then(() => target?.focus());
  }

  /** By the figures that have just been saved, or are being typed. */
  #costOf(report: CostValue, meta: ReportMeta): CostValue {
    const { typed, ahead } = this.#editor;
    if (typed !== null) return costWith(report, typed, meta);
    return ahead === null ? report : costAfter(report, ahead, meta);
  }

  /** Not while figures are being changed, nor of the question that has to be answered first. */
  get #saving(): Card<CostValue>['picture'] {
    const { state } = this.#metric;
    if (
      state.status === 'ready' &&
      (this.#editor.state.status !== 'closed' || (this.unit === 'rupiah' && this.#costOf(state.value, state.meta).money === null))
    )
      return undefined;
    return {
      by: this.#picture,
      of: (report, meta) => {
        const view = costView(this.#costOf(report, meta), meta, this.#lang.current);
        return costPicture((this.unit === 'rupiah' ? view.rupiah : null) ?? view.hours, view);
      },
    };
  }

  #body(report: CostValue, meta: ReportMeta): TemplateResult {
    const lang = this.#lang.current;
    const { state } = this.#editor;
    const cost = this.#costOf(report, meta);
    const view = this.#view(cost, meta, lang);
    const note = drawNote(state, lang, () => this.#do(() => this.#editor.undo(), CHANGE));
    switch (state.status) {
      case 'open':
      case 'saving':
        return html`${about(meta, lang)}${drawForm(state, { saving: state.status === 'saving', measured: cost.minutes_source === 'measured', view, meta, lang, actions: this.#actions })}`;
      case 'conflict':
        return html`${about(meta, lang)}${drawConflict(state, lang, {
          useTheirs: () => this.#do(() => this.#editor.takeTheirs(), CHANGE),
          useMine: () => this.#do(() => this.#editor.keepMine(), CHANGE),
        })}`;
      case 'closed':
        return html`${about(meta, lang)}${this.#head(view)}${this.#figures(view)}${drawSource(view.source, lang)}${this.#history.draw(meta, lang)}${note}`;
    }
  }

  readonly #actions = {
    type: (name: FieldName, text: string): void => this.#editor.type(name, text),
    leave: (name: FieldName): void => this.#editor.leave(name),
    save: (): void => this.#do(() => this.#editor.save(), CHANGE),
    cancel: (): void => this.#do(() => this.#editor.cancel(), CHANGE),
  };

  #opening = (focus: string) => (): void => this.#do(() => this.#editor.open(), focus);

  #head(view: CostView): TemplateResult {
    const { state } = this.#setting;
    const change = this.#canEdit ? this.#opening(FIRST_FIELD) : state.status === 'unknown' && state.because === 'awaited' ? 'awaited' : null;
    return drawHead(view, { unit: this.unit, choose: (unit) => void (this.unit = unit), change, busy: isGoingBack(this.#editor.state) }, this.#lang.current);
  }

  /** Both units, one of them shown. */
  #figures(view: CostView): TemplateResult {
    const fill = this.#canEdit ? this.#opening(HOURLY_COST) : null;
    const ask = (): TemplateResult => drawAsk(view, fill, isGoingBack(this.#editor.state), this.#lang.current);
    return drawUnits(this.unit, { hours: drawSaying(view.hours, view), rupiah: view.rupiah === null ? ask() : drawSaying(view.rupiah, view) });
  }

  get #canEdit(): boolean {
    return this.#features.offers('editing') && this.#editor.allowed;
  }

  /** Does something that may take away what has the keyboard, and gives it to what comes instead. */
  #do(act: () => void | Promise<void>, focus: string): void {
    void Promise.resolve(act()).then(() => {
      const { status } = this.#editor.state;
      this.#focus = status === 'conflict' ? '.conflict' : status === 'open' && focus === CHANGE ? INVALID : focus;
      this.requestUpdate();
    });
  }
}

const CHANGE = '#change';
const FIRST_FIELD = '.form .input';
const HOURLY_COST = '#hourly_cost';
const INVALID = '.form .input[aria-invalid="true"], .form [type="submit"]';

const SKELETON = html`<div class="blocks"><i class="short"></i><i class="short control"></i><i class="tall"></i><i></i><i class="short"></i></div>`;
