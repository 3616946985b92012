import { html, nothing, type TemplateResult } from 'lit';
import { chatsButton, drawSaid, figureText, plain, together } from '#kit';
import type { CostLang } from './cost.strings.ts';
import type { CostView, Line, Saying, Source, Unit } from './cost.view.ts';

/** What each unit says, in one place: where there is width for it, the card is as high as the higher one and nothing below moves when a reader changes the unit. */
export const drawUnits = (shown: Unit, { hours, rupiah }: Record<Unit, TemplateResult>): TemplateResult =>
  html`<div class="units">
    <div class=${shown === 'hours' ? 'unit' : 'unit other'}>${hours}</div>
    <div class=${shown === 'rupiah' ? 'unit' : 'unit other'}>${rupiah}</div>
  </div>`;

/** The figure with its sentences and formula. */
export function drawSaying({ figure, headline, lines, formula, parts }: Saying, { chats, opens }: CostView): TemplateResult {
  // The value, and beside it what is left of it, or else how it comes about.
  return html`<div class=${figure !== null && (lines.length > 0 || formula !== null) ? 'main two' : 'main'}>
    <div>${figureText({ figure, sentence: plain(headline), lists: { value: opens, of: null } })}</div>
    ${drawLines(lines)} ${formula === null ? nothing : html`<p class="formula">${chatsButton(chats, opens)}${together(formula)}</p>`}
    ${
      parts.length === 0
        ? nothing
        : html`<ul class="parts">
            ${parts.map((part) => html`<li>${together(part)}</li>`)}
          </ul>`
    }
  </div>`;
}

export const drawLines = (lines: readonly Line[]): TemplateResult | typeof nothing =>
  lines.length === 0
    ? nothing
    : html`<ul class="lines">
        ${lines.map((line) => html`<li class=${line.kind}>${drawSaid(line)}</li>`)}
      </ul>`;

/** Where the figures come from, as small print that always stands there. */
export function drawSource({ assumption, entered }: Source, { t }: CostLang): TemplateResult {
  if (assumption !== null) return html`<p class="source assumption">${assumption}</p>`;
  if (entered.length === 0) return html`<p class="source"></p>`;
  return html`${entered.map(({ text, by }) => html`<p class="source">${together(text)}${drawWho(by, t('entered_by'))}</p>`)}`;
}

/** Behind a moment: whose figures they are. */
export const drawWho = (by: string | null, words: string): TemplateResult | typeof nothing => (by === null ? nothing : html`, ${words} <bdi>${by}</bdi>`);
