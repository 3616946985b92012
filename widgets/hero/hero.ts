import type { HeroValue, ReportMeta } from '@qontak/impact-contract';
import { html, nothing, type TemplateResult } from 'lit';
import {
  about,
  aboutStyles,
  announce,
  card,
  cardStyles,
  chatsButton,
  chatsButtonStyles,
  drawFacts,
  drawFigure,
  drawSaid,
  factsStyles,
  figureStyles,
  ImpactElement,
  PictureController,
  rootStyles,
  signTableStyles,
  squareStyles,
  together,
  tokens,
} from '#kit';
import { type Comparison, LangController, MetricController, ThemeController } from '#state';
import { drawBar } from './bar.ts';
import { type HeroLang, strings } from './hero.strings.ts';
import { styles } from './hero.styles.ts';
import { heroView, type HeroView } from './hero.view.ts';

/**
 * How many chats AI solved by itself, counted honestly: without those whose customer came back.
 *
 * @tag qontak-impact-hero
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
 * @csspart chart - The squares.
 * @csspart table - Their figures.
 * @csspart chats-button - A number that opens its chats.
 * @csspart picture-button - Saves the card as a picture.
 * @csspart skeleton - The placeholder while loading.
 * @csspart error - What went wrong.
 * @csspart button - Try again.
 */
export class Hero extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, aboutStyles, chatsButtonStyles, figureStyles, signTableStyles, squareStyles, factsStyles, styles];
  readonly #lang = new LangController(this, strings);
  readonly #picture = new PictureController(this);
  readonly #metric = new MetricController(this, ({ data }) => data.hero, announce);

  constructor() {
    super();
    new ThemeController(this);
  }

  override render(): TemplateResult {
    const lang = this.#lang.current;
    const body = (hero: HeroValue, meta: ReportMeta): TemplateResult => drawHero(heroView(compared(hero, this.compare), meta, lang), meta, lang);
    return card({
      title: lang.t('title'),
      empty: lang.t('empty'),
      headingLevel: this.headingLevel,
      state: this.#metric.state,
      lang,
      body,
      skeleton: SKELETON,
      picture: {
        by: this.#picture,
        of: async (value, meta) => (await import('./hero.picture.ts')).heroPicture(heroView(compared(value, this.compare), meta, lang)),
      },
    });
  }
}

/** With the comparison that is wanted alone. */
const compared = (hero: HeroValue, by: Comparison | undefined): HeroValue => ({
  ...hero,
  vs_previous: by === 'first-month' ? null : hero.vs_previous,
  vs_first_month: by === 'previous' ? null : hero.vs_first_month,
});

const SKELETON = html`<div class="blocks"><i class="short"></i><i class="tall"></i><i></i><i class="short"></i><i class="wide"></i></div>`;

function drawHero(view: HeroView, meta: ReportMeta, lang: HeroLang): TemplateResult {
  return html`${about(meta, lang, { rough: view.rough })}
    <div class="main">
      <div>
        ${view.figure ? drawFigure(view.figure, view.lists) : nothing}
        <p class="headline"><strong>${together(view.headline.strong)}</strong>${together(view.headline.rest)}</p>
        ${view.gap ? html`<p class="gap"><i class="square came_back"></i><span>${drawSaid(view.gap)}</span></p>` : nothing}
        ${view.help === null ? nothing : html`<p class="help">${together(view.help)}</p>`}
      </div>
      ${view.bar ? drawBar(view.bar) : nothing}
    </div>
    ${drawFacts(view.facts)} ${drawFoot(view)}`;
}

function drawFoot({ revised, notes, freshness, how }: HeroView): TemplateResult {
  return html`<div class="foot">
    ${revised === null ? nothing : html`<p>${revised}</p>`}
    <ul class="notes">
      ${notes.map((note) => html`<li>${chatsButton(note.text, note.figure)}</li>`)} ${freshness === null ? nothing : html`<li class="once">${freshness}</li>`}
    </ul>
    <details>
      <summary>${how.title}</summary>
      <p>${how.text}</p>
    </details>
  </div>`;
}
