import type { ReactiveController, ReactiveElement } from 'lit';
import type { ImpactOpenChatsEvent } from '#kit';

type Asked = ImpactOpenChatsEvent['detail'];

/** Hears when a number is opened before the code of the list is here, which on a slow line is seconds: what was asked for last waits for it. */
export class EarlyNumber implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #isLate: () => boolean;
  #asked: Asked | null = null;

  /** @param isLate - There will be a list, and it does not hear yet. */
  constructor(host: ReactiveElement, isLate: () => boolean) {
    this.#host = host;
    this.#isLate = isLate;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('impact-open-chats', this.#hear);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('impact-open-chats', this.#hear);
    this.#asked = null;
  }

  /** What waits, once. */
  take(): Asked | null {
    const asked = this.#asked;
    this.#asked = null;
    return asked;
  }

  #hear = (event: ImpactOpenChatsEvent): void => {
    // As the list does it: who hears of it later may show the chats itself.
    queueMicrotask(() => {
      if (event.defaultPrevented || !this.#isLate()) return;
      event.preventDefault();
      this.#asked = event.detail;
    });
  };
}
