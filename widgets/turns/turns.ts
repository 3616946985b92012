import type { ReportMeta, TurnsValue } from '@qontak/impact-contract';
import { html, nothing, type TemplateResult } from 'lit';
import { metricOf } from '#data';
import {
  about,
  aboutStyles,
  announce,
  card,
  cardStyles,
  chartStyles,
  chartTable,
  chatsButton,
  chatsButtonStyles,
  drawSaid,
  figureStyles,
  figureText,
  ImpactElement,
  PictureController,
  rootStyles,
  tokens,
} from '#kit';
import { LangController, MetricController, ThemeController } from '#state';
import { drawStrip } from './strip.ts';
import { turnsPicture } from './turns.picture.ts';
import { strings, type TurnsLang } from './turns.strings.ts';
import { styles } from './turns.styles.ts';
import { turnsView, type TurnsView } from './turns.view.ts';

/**
 * How many back-and-forths a chat takes until AI has solved it.
 *
 * @tag qontak-impact-turns
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
 * @csspart chart - The bars.
 * @csspart table - The same as a table.
 * @csspart chats-button - A number that opens its chats.
 * @csspart picture-button - Saves the card as a picture.
 * @csspart skeleton - The placeholder while loading.
 * @csspart error - What went wrong.
 * @csspart button - Try again.
 */
export class Turns extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, aboutStyles, chartStyles, chatsButtonStyles, figureStyles, styles];
  readonly #lang = new LangController(this, strings);
  readonly #picture = new PictureController(this);
  readonly #metric = new MetricController(this, (report) => metricOf(report, 'turns'), announce);

  constructor() {
    super();
    new ThemeController(this);
  }

  override render(): TemplateResult {
    const lang = this.#lang.current;
    const body = (turns: TurnsValue, meta: ReportMeta): TemplateResult => drawTurns(turnsView(turns, meta, lang), meta, lang);
    return card({
      title: lang.t('title'),
      empty: lang.t('empty'),
      headingLevel: this.headingLevel,
      state: this.#metric.state,
      lang,
      body,
      skeleton: SKELETON,
      picture: { by: this.#picture, of: (value, meta) => turnsPicture(turnsView(value, meta, lang), lang) },
    });
  }
}

const SKELETON = html`<div class="blocks"><i class="short"></i><i class="tall"></i><i></i><i class="wide"></i></div>`;

function drawTurns(view: TurnsView, meta: ReportMeta, lang: TurnsLang): TemplateResult {
  const { figure, lists, before, headline, second, rough, bars, coverage } = view;
  return html`${about(meta, lang, { rough })}
    <div class="main">
      <div>
        ${figureText({ figure, lists, sentence: headline, before })}
        ${second === null ? nothing : html`<p class=${figure === null ? 'help' : 'second'}>${drawSaid(second)}</p>`}
      </div>
      ${bars.length > 0 ? drawStrip(view, lang) : nothing}
    </div>
    ${coverage === null ? nothing : html`<p class="coverage">${drawSaid(coverage)}</p>`} ${bars.length > 0 ? tableOf(bars, lang) : nothing}`;
}

function tableOf(bars: TurnsView['bars'], { t }: TurnsLang): TemplateResult {
  return chartTable({
    summary: t('table'),
    caption: t('title'),
    columns: [t('axis'), t('chats')],
    rows: bars
      .filter(({ height }) => height > 0)
      .map(({ place, turns, number }) => ({ cells: [turns, chatsButton(number, 'turns_known', { place })], aside: false })),
    open: false,
  });
}
