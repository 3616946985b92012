import type { ChatFigure, Days } from '@qontak/impact-contract';
import { css, html, type TemplateResult } from 'lit';
import { offersChats } from './offers-chats.ts';
import { ImpactOpenChatsEvent } from './events.ts';

/** Asks for the chats behind a figure. False: the host shows them itself. */
export const openChats = (element: Element, figure: ChatFigure, days: Days | null = null): boolean =>
  element.dispatchEvent(new ImpactOpenChatsEvent(figure, days));

/**
 * A number that opens its chats, by default those of the report's days. Without a figure of the contract, without chats, or where the host
 * does not offer them, it is only a number.
 */
export function chatsButton(text: string, figure: ChatFigure | null, days: Days | null = null): TemplateResult {
  if (figure === null || !offersChats()) return html`<span class="chats-number">${text}</span>`;
  const open = (event: Event): void => void openChats(event.currentTarget as Element, figure, days);
  return html`<button class="chats-number" part="chats-button" type="button" @click=${open}>${text}</button>`;
}

export const chatsButtonStyles = css`
  .chats-number {
    font-variant-numeric: tabular-nums;
  }
  button.chats-number {
    margin: 0;
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
  @media print {
    button.chats-number {
      text-decoration: none;
    }
  }
`;
