import type { ReopenRateValue, ReportMeta } from '@qontak/impact-contract';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { metricOf } from '#data';
import {
  about,
  aboutStyles,
  announce,
  card,
  cardStyles,
  chatsButton,
  chatsButtonStyles,
  drawFacts,
  factsStyles,
  figureStyles,
  figureText,
  ImpactElement,
  offersChats,
  openChats,
  PictureController,
  rootStyles,
  signTable,
  signTableStyles,
  squareStyles,
  tokens,
} from '#kit';
import { LangController, MetricController, ThemeController } from '#state';
import { reopenRatePicture } from './reopen-rate.picture.ts';
import { type ReopenRateLang, strings } from './reopen-rate.strings.ts';
import { styles } from './reopen-rate.styles.ts';
import { type Bar, reopenRateView, type ReopenRateView } from './reopen-rate.view.ts';

/**
 * How many of the chats that looked solved came back, and which.
 *
 * @tag qontak-impact-reopen-rate
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
 * @csspart delta - What got better or worse.
 * @csspart chart - The bar.
 * @csspart table - Its figures.
 * @csspart chats-button - A number that opens its chats.
 * @csspart picture-button - Saves the card as a picture.
 * @csspart skeleton - The placeholder while loading.
 * @csspart error - What went wrong.
 * @csspart button - A button.
 */
export class ReopenRate extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, aboutStyles, chatsButtonStyles, figureStyles, signTableStyles, squareStyles, factsStyles, styles];
  readonly #lang = new LangController(this, strings);
  readonly #picture = new PictureController(this);
  readonly #metric = new MetricController(this, (report) => metricOf(report, 'reopen_rate'), announce);

  constructor() {
    super();
    new ThemeController(this);
  }

  override render(): TemplateResult {
    const lang = this.#lang.current;
    const body = (value: ReopenRateValue, meta: ReportMeta): TemplateResult => drawRate(reopenRateView(value, meta, lang), offersChats(), meta, lang);
    return card({
      title: lang.t('title'),
      empty: lang.t('empty'),
      headingLevel: this.headingLevel,
      state: this.#metric.state,
      lang,
      body,
      skeleton: SKELETON,
      picture: { by: this.#picture, of: (value, meta) => reopenRatePicture(reopenRateView(value, meta, lang), lang) },
    });
  }
}

const SKELETON = html`<div class="blocks"><i class="short"></i><i class="tall"></i><i></i><i class="wide"></i></div>`;

function drawRate(view: ReopenRateView, offered: boolean, meta: ReportMeta, lang: ReopenRateLang): TemplateResult {
  const { figure, lists, headline, second, rough, bar, facts, corrected, see, how } = view;
  const open = (event: Event): void => openChats(event.currentTarget as Element, 'came_back');
  return html`${about(meta, lang, { rough })}
    <div class="main">
      <div>${figureText({ figure, lists, sentence: headline })} ${second === null ? nothing : html`<p class="second">${second}</p>`}</div>
      ${bar === null ? nothing : drawBar(bar, lang)}
    </div>
    ${drawFacts(facts)}
    <div class="foot">
      <div>
        <p>${how}</p>
        ${corrected === null ? nothing : html`<p>${chatsButton(corrected, 'corrected')}</p>`}
      </div>
      ${see === null || !offered ? nothing : html`<button class="button" part="button" type="button" @click=${open}>${see}</button>`}
    </div>`;
}

const HEIGHT = 20;

/** Widths in per cents, so that it is as wide as its card without being measured. One chat among thousands can still be seen. */
function drawBar({ share, came_back, stayed, label }: Bar, { t }: ReopenRateLang): TemplateResult {
  const width = share === 0 ? 0 : Math.min(100, Math.max(1.5, share * 100));
  return html`<div>
    <svg class="bar" part="chart" role="img" aria-label=${label}>
      ${svg`<defs>
          <pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(135)"><rect class="stripe" width="2" height="5"></rect></pattern>
        </defs>
        <rect class="stayed" x="${width}%" width="${100 - width}%" height=${HEIGHT}></rect>
        <rect class="came_back" width="${width}%" height=${HEIGHT}></rect>`}
    </svg>
    ${signTable({
      caption: t('title'),
      columns: { name: t('outcome'), value: null, chats: t('chats_column') },
      rows: [
        { kind: 'came_back', value: null, name: t('came_back'), chats: chatsButton(came_back, share === 0 ? null : 'came_back') },
        { kind: 'solved', value: null, name: t('stayed'), chats: chatsButton(stayed, share === 1 ? null : 'stayed_solved') },
      ],
    })}
  </div>`;
}
