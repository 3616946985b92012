import type { ChatFigure, Days } from '@qontak/impact-contract';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { ImpactOpenChatsEvent } from './events.ts';

type Asked = ImpactOpenChatsEvent['detail'];

/** The element that shows chats, once its code is here. */
interface List extends Element {
  open(figure: ChatFigure, days?: Days, place?: number): void;
}

const isHere = (list: Element): list is List => 'open' in list;

/** Hears when a number is opened before the code of the list is here, which on a slow line is seconds: what was asked for last waits for it. */
export class EarlyNumber implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #list: () => Element | null;
  #asked: Asked | null = null;

  /** @param list - Where the chats are going to be shown; null: nowhere. */
  constructor(host: ReactiveElement, list: () => Element | null) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('impact-open-chats', this.#hear);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('impact-open-chats', this.#hear);
    this.#asked = null;
  }

  #hear = (event: ImpactOpenChatsEvent): void => {
    // As the list does it: who hears of it later may show the chats itself.
    queueMicrotask(() => {
      const list = this.#list();
      if (event.defaultPrevented || list === null || isHere(list)) return;
      event.preventDefault();
      this.#asked = event.detail;
      void customElements.whenDefined(list.localName).then(() => this.#open());
    });
  };

  #open(): void {
    const [asked, list] = [this.#asked, this.#list()];
    this.#asked = null;
    if (asked !== null && list !== null && isHere(list)) list.open(asked.figure, asked.days ?? undefined, asked.place ?? undefined);
  }
}
