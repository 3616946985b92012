import type { ReportMeta, SentimentValue } from '@qontak/impact-contract';
import { html, nothing, type TemplateResult } from 'lit';
import { metricOf } from '#data';
import {
  about,
  aboutStyles,
  announce,
  card,
  cardStyles,
  chatsButtonStyles,
  drawSaid,
  ImpactElement,
  PictureController,
  rootStyles,
  together,
  tokens,
} from '#kit';
import { LangController, MetricController, ThemeController } from '#state';
import { drawBar } from './bar.ts';
import { sentimentPicture } from './sentiment.picture.ts';
import { type SentimentLang, strings } from './sentiment.strings.ts';
import { styles } from './sentiment.styles.ts';
import { sentimentView, type SentimentView } from './sentiment.view.ts';

/**
 * How customers felt by the end of a chat with AI, against its start.
 *
 * @tag qontak-impact-sentiment
 * @fires {ImpactOpenChatsEvent} impact-open-chats - Someone wants to see the chats behind a number; cancelable.
 * @fires {ImpactExportEvent} impact-export - The card is about to leave the page as a picture; cancelable.
 * @fires {ImpactReadyEvent} impact-ready - The figures stand on the page.
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
 * @csspart value - A figure of the three.
 * @csspart chart - The bar.
 * @csspart table - The three figures.
 * @csspart chats-button - A number that opens its chats.
 * @csspart picture-button - Saves the card as a picture.
 * @csspart skeleton - The placeholder while loading.
 * @csspart error - What went wrong.
 * @csspart button - Try again.
 */
export class Sentiment extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, aboutStyles, chatsButtonStyles, styles];
  readonly #lang = new LangController(this, strings);
  readonly #picture = new PictureController(this);
  readonly #metric = new MetricController(this, (report) => metricOf(report, 'sentiment'), announce);

  constructor() {
    super();
    new ThemeController(this);
  }

  override render(): TemplateResult {
    const lang = this.#lang.current;
    const body = (sentiment: SentimentValue, meta: ReportMeta): TemplateResult => drawSentiment(sentimentView(sentiment, meta, lang), meta, lang);
    return card({
      title: lang.t('title'),
      empty: lang.t('empty'),
      headingLevel: this.headingLevel,
      state: this.#metric.state,
      lang,
      body,
      skeleton: SKELETON,
      picture: { by: this.#picture, of: (value, meta) => sentimentPicture(sentimentView(value, meta, lang)) },
    });
  }
}

const SKELETON = html`<div class="blocks"><i class="short"></i><i class="wide"></i><i class="tall"></i></div>`;

function drawSentiment(view: SentimentView, meta: ReportMeta, lang: SentimentLang): TemplateResult {
  const { headline, help, rough, parts, unit, coverage } = view;
  // Seen they are said once, by the large figures below; heard they are a sentence.
  return html`${about(meta, lang, { rough })}
    <p class=${unit === null ? 'headline' : 'spoken'}>${unit === null ? together(headline) : headline}</p>
    ${help === null ? nothing : html`<p class="help">${together(help)}</p>`}
    <div class="main">
      ${parts.length > 0 ? drawBar(view, lang) : nothing} ${coverage === null ? nothing : html`<p class="coverage">${drawSaid(coverage)}</p>`}
    </div>`;
}
