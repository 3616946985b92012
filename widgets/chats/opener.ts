import type { ReactiveController, ReactiveElement } from 'lit';
import { type ImpactOpenChatsEvent, selectorOf } from '#kit';

type Focusable = HTMLElement | SVGElement;

/**
 * Hears when a number of the same report is opened, and remembers the number, so that the keyboard can go back to it. A host that wants
 * to show the chats itself prevents the event's default.
 */
export class Opener implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #opened: (event: ImpactOpenChatsEvent, from: Focusable | null) => void;
  #around: EventTarget | null = null;
  #from: Focusable | null = null;

  constructor(host: ReactiveElement, opened: (event: ImpactOpenChatsEvent, from: Focusable | null) => void) {
    this.#host = host;
    this.#opened = opened;
    host.addController(this);
  }

  hostConnected(): void {
    this.#around = reportAround(this.#host);
    this.#around?.addEventListener('impact-open-chats', this.#hear);
  }

  hostDisconnected(): void {
    this.#around?.removeEventListener('impact-open-chats', this.#hear);
    this.#around = null;
    this.#from = null;
  }

  remember(from: Focusable | null): void {
    this.#from = from;
  }

  giveBack(): void {
    const from = this.#from;
    this.#from = null;
    if (from?.isConnected) from.focus();
  }

  #hear = (event: Event): void => {
    const [target] = event.composedPath();
    // Elements further out hear of it later than this one, and may still prevent it.
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      // A report within a provider: the inner list answers, not both.
      event.preventDefault();
      this.#opened(event as ImpactOpenChatsEvent, target instanceof HTMLElement || target instanceof SVGElement ? target : null);
    });
  };
}

/** The provider that it stands in, or the element whose shadow root it is part of: the report. */
function reportAround(element: Element): EventTarget | null {
  const provider = element.closest(selectorOf('qontak-impact-provider', 'qontak-impact-report'));
  if (provider !== null) return provider;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
