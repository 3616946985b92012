import { type Context, ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * A value from an element above, if there is one. Beyond what the library's consumer does: it forgets the value when the element
 * leaves (another place may belong to another organization), and it asks again when a provider appears later than the element,
 * as happens when tags are registered from the inside out.
 */
export class Inherited<T> implements ReactiveController {
  /** Undefined: nothing above provides it. */
  value: T | undefined;
  readonly #host: ReactiveElement;
  readonly #context: Context<unknown, T>;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveElement, context: Context<unknown, T>) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#ask);
    this.#ask();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#ask);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.value = undefined;
  }

  #ask = (): void => {
    this.#host.dispatchEvent(new ContextEvent(this.#context, this.#host, this.#take, true));
  };

  #take = (value: T, unsubscribe?: () => void): void => {
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.value = value;
    this.#host.requestUpdate();
  };
}
