import type { ReportMeta } from '@qontak/impact-contract';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { complain, isDenied, ReportError } from '#data';
import { aboutStyles, announce, type CardLang, cardStrings, cardStyles, EarlyNumber, failure, ImpactElement, rootStyles, staleNotice, tokens } from '#kit';
import { createLang } from '#lang';
import {
  FeaturesController,
  LangController,
  PeriodChoiceController,
  quiet,
  ReportController,
  type ReportState,
  ReportViewController,
  ShareController,
  ThemeController,
} from '#state';
import { CARDS, drawCards, drawHero, drawWidget } from './cards.ts';
import { drawDays } from './days.ts';
import { FootController } from './foot-controller.ts';
import { strings } from './report.strings.ts';
import { styles } from './report.styles.ts';
import { roomStyles } from './room.styles.ts';
import { restSource } from './rest-source.ts';

/**
 * A browser remembers that a module could not be had and never asks for it again: only a new page helps, also where the code of before a
 * deployment is gone.
 */
const LOST = new ReportError('version_conflict', { misuse: 'IMPACT-025' });

/**
 * The page: every widget of the report, fed by one request. What concerns the whole (its days, a failure, older figures, sample data) is
 * said once.
 *
 * @tag qontak-impact-report
 * @fires {ImpactReadyEvent} impact-ready - The report stands on the page.
 * @fires {ImpactErrorEvent} impact-error - There is no report; cancelable.
 * @fires {ImpactAuthRequiredEvent} impact-auth-required - The user has to sign in again.
 * @slot header-actions - Beside the button to share: what the host adds.
 * @slot empty - Above the cards of a report that has no headline yet, whose words say why.
 * @slot error - Instead of what is said when there is no report.
 * @slot footer - Below the report.
 * @csspart root - Everything.
 * @csspart card - A card.
 * @csspart title - Its title.
 * @csspart value - Its figure.
 * @csspart delta - What got better or worse.
 * @csspart chart - Its chart.
 * @csspart table - The same as a table.
 * @csspart chats-button - A number that opens its chats.
 * @csspart picture-button - Saves a card as a picture.
 * @csspart skeleton - The placeholder while loading.
 * @csspart error - What went wrong.
 * @csspart button - A button.
 * @csspart input - A field.
 */
export class Report extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, aboutStyles, roomStyles, styles];
  static override properties: PropertyDeclarations = { incomplete: { state: true, attribute: false } };
  /** The code of the other widgets got lost on the way. */
  declare private incomplete: boolean;
  readonly #lang = new LangController(this, strings);
  readonly #report = new ReportController(this, announce);
  readonly #features = new FeaturesController(this);
  readonly #standing = new WeakSet<LitElement>();
  readonly #cards = {
    stands: (name: string): boolean => {
      const card = this.#cardOf(name);
      return card !== null && this.#standing.has(card);
    },
    titleOf: (name: string): string | null => this.#cardOf(name)?.shadowRoot?.querySelector('[part="title"]')?.textContent ?? null,
  };
  #completing = false;
  #spoken = this.#lang.current;
  /** There was a report, and so days and channels to choose from. */
  #choosable = false;

  constructor() {
    super();
    this.incomplete = false;
    new ShareController(this, { report: this.#report, lang: this.#lang, adapt: withoutNotices });
    new PeriodChoiceController(this);
    new ReportViewController(this, this.#report);
    new EarlyNumber(this, () => this.renderRoot.querySelector('.chats'));
    new ThemeController(this);
    new FootController(this);
  }

  override render(): TemplateResult {
    const lang = this.#lang.current;
    const words = createLang(lang.locale, cardStrings, lang.messages);
    const { state } = this.#report;
    return html`<div
      class="root"
      part="root"
      lang=${lang.locale}
      tabindex="-1"
      role="region"
      aria-label=${lang.t('label')}
      aria-describedby=${state.status === 'ready' && state.report.meta.source === 'sample' ? 'sample' : nothing}
      aria-busy=${state.status === 'loading'}
    >
      <p class="spoken" role="status">${spoken(state, words)}</p>
      <div class=${restSource.rest !== null && isEmpty(state) ? 'stack empty' : 'stack'}>
        ${this.#header(state)} ${this.#content(state, words)}
        <slot name="footer"></slot>
      </div>
      ${state.status === 'ready' ? this.#sample(state.report.meta) : nothing}
      ${this.#features.offers('chats') ? drawWidget('chats', this.headingLevel) : nothing}
    </div>`;
  }

  /** With the first figure in it: that is what a host waits for. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.renderRoot.querySelector<LitElement>('.hero')?.updateComplete;
    return complete;
  }

  protected override updated(): void {
    const { status } = this.#report.state;
    if (status === 'ready') void this.#complete();
    if (status === 'loading' && this.#spoken !== this.#lang.current) void this.#retitle();
    this.#spoken = this.#lang.current;
    void this.#stand();
  }

  /** The titles over the room for cards are those of the cards, which speak another language only after this. */
  async #retitle(): Promise<void> {
    await Promise.all([...this.renderRoot.querySelectorAll<LitElement>('.stack [hidden]')].map((card) => card.updateComplete));
    this.requestUpdate();
  }

  /** Cards whose code comes late are drawn one after the other, and each stands in its room from then on. */
  async #stand(): Promise<void> {
    for (const card of CARDS.map((name) => this.#cardOf(name))) {
      if (!(card instanceof LitElement) || this.#standing.has(card)) continue;
      await card.updateComplete;
      this.#standing.add(card);
      this.requestUpdate();
    }
  }

  /** The other widgets come once the first one stands: their code, four times as much, would hold it up. */
  async #complete(): Promise<void> {
    if (this.#completing) return;
    this.#completing = true;
    try {
      await quiet();
      await restSource.load();
      this.incomplete = false;
      this.requestUpdate();
    } catch {
      complain('IMPACT-025', 'widgets of the report');
      this.incomplete = true;
    }
  }

  #cardOf(name: string): LitElement | null {
    return this.renderRoot.querySelector<LitElement>(`.${name}`);
  }

  #content(state: ReportState, words: CardLang): TemplateResult | typeof nothing {
    if (state.status === 'failed') return state.shown ? html`<div class="card">${failure(state, words)}</div>` : nothing;
    return html`${state.status === 'ready' ? this.#above(state, words) : nothing} ${drawHero(this.headingLevel, this.compare)}
    ${this.incomplete ? html`<div class="card">${failure({ error: LOST, shown: true, retry: () => undefined }, words)}</div>` : drawCards(this.view, this.headingLevel, state, this.#cards)}`;
  }

  /** What concerns all cards. */
  #above({ report: { data, meta }, stale }: Extract<ReportState, { status: 'ready' }>, words: CardLang): TemplateResult {
    return html`${staleNotice(stale, meta, words)}${data.hero.status === 'unavailable' ? html`<slot name="empty"></slot>` : nothing}
    ${restSource.rest !== null && isEmpty(this.#report.state) ? restSource.rest.drawEmpty(meta, this.headingLevel, this.#lang.current) : nothing}`;
  }

  /** What the whole is about, and what one can do with it. It stays when the choice cannot be shown. */
  #header(state: ReportState): TemplateResult {
    const lang = this.#lang.current;
    const failed = state.status === 'failed';
    if (state.status === 'ready') this.#choosable = true;
    else if (failed && isDenied(state.error)) this.#choosable = false;
    // A choice that was never offered leaves no gap above what went wrong.
    return html`<div class=${failed && !this.#choosable ? 'header bare' : 'header'}>
      ${this.#features.offers('period') ? drawWidget('period-picker', this.headingLevel) : nothing}
      ${failed ? nothing : drawDays(state, this.#report.asked, lang)}
      <div class="actions">
        <slot name="header-actions"></slot>
        ${failed ? nothing : drawWidget('share', this.headingLevel)}
      </div>
    </div>`;
  }

  /** At the foot of what can be seen, wherever a reader is: above the figures, with which it comes, it would push them down. */
  #sample({ source }: ReportMeta): TemplateResult | typeof nothing {
    if (source !== 'sample') return nothing;
    const { t } = this.#lang.current;
    return html`<p class="notice sample" id="sample" role="note" data-source="sample"><strong>${t('sample')}.</strong> <span>${t('sample_text')}</span></p>`;
  }
}

/** Nothing has come in yet: no card has a figure. */
const isEmpty = (state: ReportState): boolean =>
  state.status === 'ready' && state.report.data.hero.status === 'unavailable' && state.report.data.hero.reason === 'no_data_yet';

/** The widgets leave it to the report to say that figures are older, or that there are none: once is enough. */
function withoutNotices(state: ReportState): ReportState {
  if (state.status === 'failed') return { ...state, shown: false };
  return state.status === 'ready' && state.stale !== null ? { ...state, stale: null } : state;
}

/** For a screen reader: that there is something to wait for, and that it came. */
function spoken({ status }: ReportState, words: CardLang): string {
  switch (status) {
    case 'loading':
      return words.t('loading');
    case 'ready':
      return words.t('loaded');
    case 'failed':
      return '';
  }
}
