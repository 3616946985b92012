import { CHAT_FIGURES, type ChatFigure, type Days, hasPlace } from '@qontak/impact-contract';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { announce, cardStyles, failure, goToChat, ImpactElement, type ImpactOpenChatsEvent, rootStyles, tokens } from '#kit';
import { createLang, zoneLabel } from '#lang';
import { ChatsController, FeaturesController, LangController, ReportController, ThemeController } from '#state';
import { strings } from './chats.strings.ts';
import { styles } from './chats.styles.ts';
import { chatsView, rulingNote, titleOf } from './chats.view.ts';
import { failureStrings } from './failure.strings.ts';
import { toFirstNew, toRuled } from './keyboard.ts';
import { drawList, drawSkeleton, drawStale, type ListActions } from './list.ts';
import { Opener } from './opener.ts';
import { drawPanel } from './panel.ts';
import { type Shown, shownOf } from './shown.ts';

/**
 * The chats behind a figure. Under a report or provider it waits for a number to be opened and shows a dialog; with `inline` it stands in
 * the page, for a host with a drawer of its own.
 *
 * @tag qontak-impact-chats
 * @fires {ImpactNavigateEvent} impact-navigate - Someone wants to go to a chat in the inbox; cancelable: the host goes there, and the dialog closes.
 * @fires {ImpactReadyEvent} impact-ready - The report has come.
 * @fires {ImpactErrorEvent} impact-error - There is no report; cancelable.
 * @fires {ImpactAuthRequiredEvent} impact-auth-required - The user has to sign in again.
 * @slot error - Instead of what is said when there is no report.
 * @csspart root - Everything.
 * @csspart dialog - The dialog.
 * @csspart title - The title.
 * @csspart row - A chat.
 * @csspart skeleton - The placeholder while loading.
 * @csspart error - What went wrong.
 * @csspart button - A button.
 */
export class Chats extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, styles];
  static override properties: PropertyDeclarations = {
    figure: {},
    days: { attribute: false },
    place: { type: Number },
    inline: { type: Boolean },
  };

  /** Whose chats are shown; without one nothing is. */
  declare figure: ChatFigure | undefined;
  /** Of which days; without them those of the report. */
  declare days: Days | undefined;
  /** Only those of one bar of its picture: an hour of the first message (0 to 23) of `closed` and `after_hours`, the turns (1 to 21) of `turns_known`. */
  declare place: number | undefined;
  /** In the page instead of a dialog. */
  declare inline: boolean;
  readonly #lang = new LangController(this, strings);
  readonly #report = new ReportController(this, announce);
  readonly #features = new FeaturesController(this);
  readonly #opener = new Opener(this, (event, from) => this.#answer(event, from));
  readonly #chats = new ChatsController(this, () => {
    const { state, connection } = this.#report;
    if (this.figure === undefined || state.status !== 'ready') return null;
    const { organization } = state.report.meta;
    const { channel, ...period } = state.report.meta.period;
    const { from, to } = this.days ?? period;
    return { query: { figure: this.figure, place: this.#place, from, to, channel }, connection, organization: organization.id };
  });

  constructor() {
    super();
    this.inline = false;
    new ThemeController(this);
  }

  /** Shows the chats of a figure, by default in the days of the report; `place`: only those of one bar of its picture. */
  open(figure: ChatFigure, days?: Days, place?: number): void {
    this.figure = figure;
    this.days = days;
    this.place = place;
  }

  /** Gives up the list and what is on its way; the keyboard goes back to the number. */
  close(): void {
    const dialog = this.#dialog;
    if (dialog?.open) dialog.close();
    else this.#closed();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (!this.inline) this.figure = undefined;
  }

  override render(): TemplateResult | typeof nothing {
    const { figure } = this;
    if (figure === undefined) return nothing;
    if (this.inline) return this.#panel(figure);
    return html`<dialog part="dialog" aria-labelledby="title" closedby="any" @close=${() => this.#closed()}>${this.#panel(figure)}</dialog>`;
  }

  /** A figure of the contract, or none. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.figure = CHAT_FIGURES.find((figure) => figure === this.figure);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const dialog = this.#dialog;
    if (dialog !== null && !dialog.open && this.isConnected) {
      dialog.showModal();
      // The browser would take the frame, which is there for the keyboard of a failure.
      dialog.querySelector<HTMLElement>('.close')?.focus();
    }
    // A list of another figure begins at its beginning.
    if (changed.has('figure') && changed.get('figure') !== undefined) this.renderRoot.querySelector('.body')?.scrollTo(0, 0);
  }

  /** A place that the figure does not have is none. */
  get #place(): number | null {
    const { figure, place } = this;
    return figure !== undefined && place !== undefined && hasPlace(figure, place) ? place : null;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** Beside the hours; null: the report is not here. */
  get #zone(): string | null {
    const { state } = this.#report;
    if (state.status !== 'ready') return null;
    const { organization, as_of, generated_at } = state.report.meta;
    return zoneLabel(organization.time_zone, new Date(as_of ?? generated_at), this.#lang.current.locale);
  }

  #answer(event: ImpactOpenChatsEvent, from: HTMLElement | SVGElement | null): void {
    if (this.figure === undefined) this.#opener.remember(from);
    const { figure, days, place } = event.detail;
    this.open(figure, days ?? undefined, place ?? undefined);
  }

  #closed(): void {
    this.figure = undefined;
    this.#opener.giveBack();
  }

  #panel(figure: ChatFigure): TemplateResult {
    const lang = this.#lang.current;
    const state = shownOf(this.#report.state, this.#chats.state);
    const total = state.status === 'ready' ? state.list.total : null;
    return drawPanel({
      title: titleOf({ figure, place: this.#place, total, days: this.days ?? null }, this.#zone, lang),
      headingLevel: this.headingLevel,
      lang,
      busy: state.status === 'loading',
      content: this.#content(state),
      close: this.inline ? null : () => this.close(),
    });
  }

  #content(state: Shown): TemplateResult | typeof nothing {
    const lang = this.#lang.current;
    const words = createLang(lang.locale, failureStrings, lang.messages);
    switch (state.status) {
      case 'loading':
        return drawSkeleton(lang);
      case 'failed':
        return failure(state, words);
      case 'ready': {
        const { list, meta, corrected } = state;
        const view = chatsView(list, meta, lang);
        const note = rulingNote(this.#chats.ruling, view.rows, lang);
        const mayRule = this.#chats.canRule && this.#features.offers('editing');
        const busy = this.#chats.ruling?.status === 'saving';
        const stale = drawStale(list.stale, meta, words);
        return html`${stale}${drawList(view, { list, note, mayRule, busy, corrected: this.figure === 'corrected' ? 0 : corrected, lang, actions: this.#actions })}`;
      }
    }
  }

  readonly #actions: ListActions = {
    go: (roomId) => {
      // Ours stays when the host does not say that it takes the reader there.
      if (!goToChat(this, roomId)) this.close();
    },
    more: () => void this.#more(),
    rule: (id, different_matter) => void this.#rule(id, different_matter),
    seeCorrected: () => this.open('corrected', this.days),
  };

  async #more(): Promise<void> {
    const before = this.renderRoot.querySelectorAll('.row').length;
    await this.#chats.more();
    await this.updateComplete;
    toFirstNew(this.renderRoot, before);
  }

  async #rule(id: string, different_matter: boolean): Promise<void> {
    await this.#chats.rule(id, different_matter);
    await this.updateComplete;
    if (this.figure === undefined) return;
    const at = this.shadowRoot?.activeElement ?? document.activeElement;
    // Who has gone on meanwhile, in the list or to something else on the page, is not called back.
    if (at === document.body || at?.matches('.root')) toRuled(this.renderRoot, id);
  }
}
