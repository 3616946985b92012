import type { ReportMeta, TrendValue } from '@qontak/impact-contract';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { metricOf } from '#data';
import {
  announce,
  card,
  cardStyles,
  ChartController,
  chartStyles,
  chatsButtonStyles,
  drawSaid,
  ImpactElement,
  offersChats,
  PictureController,
  pointingStyles,
  remembering,
  rootStyles,
  segmented,
  segmentedStyles,
  tokens,
  WalkController,
} from '#kit';
import { LangController, MetricController, ThemeController } from '#state';
import { drawForecast, drawLegend, drawSentence, drawTable } from './parts.ts';
import type { By } from './slots.ts';
import { frameOf, type TrendFrame } from './trend.frame.ts';
import { strings, type TrendLang } from './trend.strings.ts';
import { styles } from './trend.styles.ts';
import { trendSvg } from './trend.svg.ts';
import { firstChoice, type Plot, trendView, type TrendView } from './trend.view.ts';

/**
 * How the honest figure moved from week to week or month to month, and what to expect next.
 *
 * @tag qontak-impact-trend
 * @fires {ImpactOpenChatsEvent} impact-open-chats - Someone wants to see the chats behind a number; cancelable.
 * @fires {ImpactExportEvent} impact-export - The card is about to leave the page as a picture; cancelable.
 * @fires {ImpactReadyEvent} impact-ready - The trend stands on the page.
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
 * @csspart delta - What got better or worse since the start.
 * @csspart chart - The chart.
 * @csspart table - Its figures as a table.
 * @csspart chats-button - A number that opens its chats.
 * @csspart picture-button - Saves the card as a picture.
 * @csspart skeleton - The placeholder while loading.
 * @csspart error - What went wrong.
 * @csspart button - Try again.
 */
export class Trend extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, segmentedStyles, chartStyles, chatsButtonStyles, pointingStyles, styles];
  static override properties: PropertyDeclarations = { by: {}, gross: { type: Boolean } };
  /** `weeks` or `months`; by default what the number of chats allows. */
  declare by: By | undefined;
  /** Also shows what only looked solved, always with the honest figure and the gap between them. */
  declare gross: boolean;

  readonly #lang = new LangController(this, strings);
  readonly #picture = new PictureController(this);
  readonly #metric = new MetricController(this, (report) => metricOf(report, 'trend'), announce);
  readonly #chart = new ChartController<Plot, TrendFrame>(this, {
    frame: frameOf,
    svg: trendSvg,
    chart: async () => (await import('./trend.chart.ts')).trendChart,
  });
  readonly #walk = new WalkController(this, this.#chart);
  /** The same view for the same figures: pointing at the chart renders too, and must not draw it again. */
  readonly #view = remembering((trend: TrendValue, meta: ReportMeta, lang: TrendLang, by: By, gross: boolean) => trendView(trend, meta, lang, { by, gross }));

  constructor() {
    super();
    this.gross = false;
    new ThemeController(this);
  }

  override render(): TemplateResult {
    const lang = this.#lang.current;
    this.#chart.show(null);
    const body = (trend: TrendValue, meta: ReportMeta): TemplateResult => this.#body(this.#viewOf(trend, meta));
    return card({
      title: lang.t('title'),
      empty: lang.t('empty'),
      headingLevel: this.headingLevel,
      state: this.#metric.state,
      lang,
      body,
      skeleton: SKELETON,
      picture: { by: this.#picture, of: async (trend, meta) => (await import('./trend.picture.ts')).trendPicture(this.#viewOf(trend, meta), lang) },
    });
  }

  #viewOf(trend: TrendValue, meta: ReportMeta): TrendView {
    const by = this.by === 'weeks' || this.by === 'months' ? this.by : firstChoice(trend);
    return this.#view(trend, meta, this.#lang.current, by, this.gross);
  }

  #body(view: TrendView): TemplateResult {
    const { t } = this.#lang.current;
    const open = view.plot === null && (view.table?.rows.length ?? 0) <= FEW_ROWS;
    return html`${drawSentence(view)}
      <div class="controls">
        ${segmented({ name: 'by', legend: t('by'), choices: view.choices, value: view.by, choose: this.#choose })}
        <label class="check"><input type="checkbox" .checked=${this.gross} @change=${this.#toggleGross} /><span>${t('gross_choice')}</span></label>
      </div>
      <p class="about">${view.about}</p>
      ${this.#drawing(view)} ${view.gap === null ? nothing : html`<p class="gap"><i class="sign gross"></i><span>${drawSaid(view.gap)}</span></p>`}
      ${view.table === null ? nothing : drawTable(view.table, this.#lang.current, open)} ${drawForecast(view, this.#lang.current)}
      ${view.freshness === null ? nothing : html`<p class="freshness once">${view.freshness}</p>`}`;
  }

  #drawing({ plot, nothing: none, legend, label }: TrendView): TemplateResult {
    const { t } = this.#lang.current;
    if (plot === null)
      return html`<div class="nothing">
        <strong>${t('nothing')}</strong>
        <p>${none}</p>
      </div>`;
    this.#chart.show(plot);
    return html`${this.#walk.draw({ label, hint: t(offersChats() ? 'hint_opens' : 'hint'), role: t('chart'), places: plot.places })} ${drawLegend(legend)}`;
  }

  #choose = (by: By): void => {
    this.#chart.want();
    this.by = by;
  };

  #toggleGross = (event: Event): void => {
    this.#chart.want();
    this.gross = (event.target as HTMLInputElement).checked;
  };
}

/** A long table instead of a drawing would hide what stands below it. */
const FEW_ROWS = 8;

const SKELETON = html`<div class="blocks"><i></i><i class="short"></i><i class="tall"></i><i></i><i class="wide"></i></div>`;
