import type { ChatFigure } from '@qontak/impact-contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import { complain } from '#data';
import { offersChats } from './offers-chats.ts';
import { type ChatsPart, ImpactOpenChatsEvent } from './events.ts';

/** Asks for the chats behind a figure. Whoever shows them, a list of ours or the host, prevents the event's default. */
export function openChats(element: Element, figure: ChatFigure, part: ChatsPart = {}): void {
  const asked = new ImpactOpenChatsEvent(figure, part);
  element.dispatchEvent(asked);
  // Ours does so in a moment of its own, after all that hear of it.
  queueMicrotask(() => {
    if (!asked.defaultPrevented) nobodyShows(hostOf(element), figure, part);
  });
}

/** A card that has its settings of the page stands before its provider does: that one gets to hear of the number once its code is here. */
function nobodyShows(card: Element, figure: ChatFigure, part: ChatsPart): void {
  const coming = card.closest('qontak-impact-provider:not(:defined)');
  if (coming === null) complain('IMPACT-030', `in <${card.localName}>`, 'warn');
  // By the card: the number itself may have given way to another report meanwhile.
  else void customElements.whenDefined(coming.localName).then(() => card.isConnected && openChats(card, figure, part));
}

const hostOf = (element: Element): Element => (element.getRootNode() as ShadowRoot).host ?? element;

/**
 * A number that opens its chats, or a part of them; `name`: what the button is called, where the number alone says too little. Without a figure of the contract, without chats, or where the host
 * does not offer them, it is only a number.
 */
export function chatsButton(text: string, figure: ChatFigure | null, { name, ...part }: ChatsPart & { name?: string } = {}): TemplateResult {
  if (figure === null || !offersChats()) return html`<span class="chats-number">${text}</span>`;
  const open = (event: Event): void => openChats(event.currentTarget as Element, figure, part);
  return html`<button class="chats-number" part="chats-button" type="button" aria-label=${name ?? nothing} @click=${open}>${text}</button>`;
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
  /* Within a sentence a number takes no more room than without its button. */
  .glued {
    white-space: nowrap;
  }
  .glued > button.chats-number {
    margin-block: -2px;
    white-space: normal;
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
