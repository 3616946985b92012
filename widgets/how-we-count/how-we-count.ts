import type { ReportData, ReportMeta } from '@qontak/impact-contract';
import { html, nothing, type TemplateResult } from 'lit';
import { wholeReport } from '#data';
import {
  about,
  aboutStyles,
  announce,
  card,
  cardStyles,
  chatsButton,
  chatsButtonStyles,
  ImpactElement,
  PictureController,
  rootStyles,
  together,
  tokens,
} from '#kit';
import { LangController, MetricController, ThemeController } from '#state';
import { howWeCountPicture } from './how-we-count.picture.ts';
import { strings } from './how-we-count.strings.ts';
import { styles } from './how-we-count.styles.ts';
import { howWeCountView, type HowWeCountView, type Unknown } from './how-we-count.view.ts';

/**
 * How the figures come about, how fresh they are, and everything that they do not know.
 *
 * @tag qontak-impact-how-we-count
 * @fires {ImpactExportEvent} impact-export - The card is about to leave the page as a picture; cancelable.
 * @fires {ImpactReadyEvent} impact-ready - The text stands on the page.
 * @fires {ImpactViewEvent} impact-view - The card was before a reader, at least half of it.
 * @fires {ImpactErrorEvent} impact-error - There is no report; cancelable.
 * @fires {ImpactAuthRequiredEvent} impact-auth-required - The user has to sign in again.
 * @fires {ImpactOpenChatsEvent} impact-open-chats - Someone wants to see the chats behind a count; cancelable.
 * @slot header-actions - Beside the title: what the host adds.
 * @slot error - Instead of what is said when there is no report.
 * @slot footer - Below the figures.
 * @csspart root - Everything.
 * @csspart card - The frame.
 * @csspart title - The title.
 * @csspart unknown - What is not known.
 * @csspart chats-button - A count that opens its chats.
 * @csspart picture-button - Saves the card as a picture.
 * @csspart skeleton - The placeholder while loading.
 * @csspart error - What went wrong.
 * @csspart button - Try again.
 */
export class HowWeCount extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, aboutStyles, chatsButtonStyles, styles];
  readonly #lang = new LangController(this, strings);
  readonly #picture = new PictureController(this);
  /** The whole report: what one metric lacks stands in the others. */
  readonly #report = new MetricController(this, (report) => ({ status: 'ok' as const, data: wholeReport(report).data }), announce);

  constructor() {
    super();
    new ThemeController(this);
  }

  override render(): TemplateResult {
    const lang = this.#lang.current;
    const body = ({ data }: { data: ReportData }, meta: ReportMeta): TemplateResult =>
      html`${about(meta, lang)}${drawMethod(howWeCountView(data, meta, lang), lang.t('unknown'), this.headingLevel + 1)}`;
    return card({
      title: lang.t('title'),
      headingLevel: this.headingLevel,
      state: this.#report.state,
      lang,
      body,
      skeleton: SKELETON,
      picture: { by: this.#picture, of: ({ data }, meta) => howWeCountPicture(howWeCountView(data, meta, lang), lang.t('unknown')) },
    });
  }
}

const SKELETON = html`<div class="blocks"><i></i><i></i><i class="short"></i><i class="wide"></i></div>`;

function drawMethod({ method, freshness, status, recounting, unknowns, nothing: none }: HowWeCountView, title: string, level: number): TemplateResult {
  return html`<div class="parts">
    <div class="how">
      <p class="method">${together(method.join(' '))}</p>
      <div class="fresh">
        <p>${together(status === null ? freshness : `${freshness} ${status}`)}</p>
        ${recounting === null ? nothing : html`<p>${recounting}</p>`}
      </div>
    </div>
    <div class="unknown" part="unknown">
      <div class="unknown-title" role="heading" aria-level=${Math.min(level, 6)}>${title}</div>
      ${
        unknowns.length === 0
          ? html`<p>${together(none)}</p>`
          : html`<ul>
              ${unknowns.map(drawUnknown)}
            </ul>`
      }
    </div>
  </div>`;
}

function drawUnknown({ count, figure, name, text, list }: Unknown): TemplateResult {
  return html`<li>
    <p class="what">
      <strong>${name}</strong>
      ${count === null ? nothing : chatsButton(count, figure)}
    </p>
    <p>${together(text)}</p>
    ${
      list.length === 0
        ? nothing
        : html`<ul class="list">
            ${list.map((one) => html`<li>${one}</li>`)}
          </ul>`
    }
  </li>`;
}
