import type { ChatFigure } from '@qontak/impact-contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import { chatsButton } from './chats-button.ts';
import { offersChats } from './offers-chats.ts';
import { drawSaid, type Said } from './said.ts';
import { together } from './together.ts';

/** A figure in large. */
export interface Figure {
  value: string;
  /** Its unit, or what it is part of. */
  of: string;
  /** What it was reckoned from, where it must not stand without. */
  basis?: string;
}

/** What the numbers of a figure open; null: nothing. */
export interface FigureLists {
  value: ChatFigure | null;
  of: ChatFigure | null;
}

export const NO_LISTS: FigureLists = { value: null, of: null };

interface FigureParts {
  /** Null: there is no figure to show in large, the sentence stands for itself. */
  figure: Figure | null;
  /** The whole saying, as it is read aloud; its numbers open their chats where no figure stands in large. */
  sentence: Said;
  /** Before the figure, where the saying begins with words. */
  before?: string | null;
  lists?: FigureLists;
}

/** A saying whose figure stands in large: seen it is said once, by the figure; heard it is a sentence. */
export function figureText({ figure, sentence, before = null, lists = NO_LISTS }: FigureParts): TemplateResult {
  if (figure === null) return html`<p class="headline">${drawSaid(sentence)}</p>`;
  return html`<div>${before === null ? nothing : html`<p class="before" aria-hidden="true">${before}</p>`} ${drawFigure(figure, lists)}</div>
    <p class="spoken">${sentence.text}</p>`;
}

/** The figure alone: heard are only its buttons, because a sentence beside it says the rest. */
export function drawFigure({ value, of, basis }: Figure, lists: FigureLists): TemplateResult {
  const hidden = (figure: ChatFigure | null): string | typeof nothing => (figure !== null && offersChats() ? nothing : 'true');
  return html`<p class="figure" part="value">
    <b aria-hidden=${hidden(lists.value)}>${chatsButton(value, lists.value, { name: `${value} ${of}`.trim() })}</b>
    ${of === '' ? nothing : html`<span aria-hidden=${hidden(lists.of)}>${chatsButton(of, lists.of)}</span>`}
    ${basis === undefined ? nothing : html`<small aria-hidden="true">${together(basis)}</small>`}
  </p>`;
}

export const figureStyles = css`
  .figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space-1);
    color: var(--_text-on-ai);
    font-weight: 600;
  }
  .figure b {
    font-size: 48px;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }
  /* As thin as under a small number. */
  .figure button.chats-number {
    padding-block: 0;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.16em;
  }
  .figure > span,
  .before {
    font-size: 16px;
    font-weight: 600;
  }
  .figure small {
    color: var(--_text);
    font-size: 14px;
    font-weight: 400;
  }
  .headline {
    font-size: 18px;
    font-weight: 600;
    line-height: 1.45;
    text-wrap: balance;
  }
  /* There each line has a ground of its own: that of the large figure would cover the feet of the words above it. */
  @media (forced-colors: active) {
    .before {
      position: relative;
    }
  }
`;
