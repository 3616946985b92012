import type { ChatFigure } from '@qontak/impact-contract';
import { css, html, type TemplateResult } from 'lit';
import { offersChats } from './offers-chats.ts';
import { ImpactOpenChatsEvent, type Part } from './events.ts';

/** Asks for the chats behind a figure. False: the host shows them itself. */
export const openChats = (element: Element, figure: ChatFigure, part: Part = {}): boolean => element.dispatchEvent(new ImpactOpenChatsEvent(figure, part));

/**
 * A number that opens its chats, or a part of them. Without a figure of the contract, without chats, or where the host
 * does not offer them, it is only a number.
 */
export function chatsButton(text: string, figure: ChatFigure | null, part: Part = {}): TemplateResult {
  if (figure === null || !offersChats()) return html`<span class="chats-number">${text}</span>`;
  const open = (event: Event): void => void openChats(event.currentTarget as Element, figure, part);
  return html`<button class="chats-number" part="chats-button" type="button" @click=${open}>${text}</button>`;
}

/**
 * What a click on a drawing opens: the shape below it says its figure and its place, as `data-figure` and `data-place`. The same numbers
 * stand as buttons in the table beside the drawing, for the keyboard.
 */
export const shapeOpener = (): ((event: Event) => void) | undefined => (offersChats() ? openShape : undefined);

function openShape(event: Event): void {
  const { figure, place } = (event.target as Element).closest<SVGElement>('[data-figure]')?.dataset ?? {};
  if (figure !== undefined) openChats(event.currentTarget as Element, figure as ChatFigure, { place: Number(place) });
}

export const chatsButtonStyles = css`
  .chats-number {
    font-variant-numeric: tabular-nums;
  }
  button.chats-number {
    /* Easier to hit, without making its line any higher. */
    margin: -2px 0;
    padding: 2px 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: inherit;
    font: inherit;
    font-variant-numeric: tabular-nums;
    text-align: inherit;
    text-decoration: underline dotted;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  button.chats-number:hover {
    color: var(--_link);
    text-decoration-style: solid;
  }
  .opens [data-figure] {
    cursor: pointer;
  }
  @media print {
    button.chats-number {
      text-decoration: none;
    }
  }
`;
