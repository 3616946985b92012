import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * How wide the drawing may be, and its font. It watches an element without height (`.ruler`): what is drawn for a width must not change the size of
 * what is watched, or the browser reports a loop.
 */
export class Ruler implements ReactiveController {
  /** 0 until it was measured. */
  width = 0;
  /** The width of the whole element, by which its container queries go. */
  outer = 0;
  /** In what words are drawn. Known from here, because asking for it while elements are drawn would lay the page out half drawn. */
  font = '';
  readonly #host: ReactiveElement;
  #watched: Element | null = null;
  #observer: ResizeObserver | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => this.#measured(entry!.contentRect.width));
    this.#watched = null;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const ruler = this.#host.renderRoot.querySelector('.ruler');
    if (ruler === this.#watched) return;
    this.#observer?.disconnect();
    if (ruler !== null) this.#observer?.observe(ruler);
    this.#watched = ruler;
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #measured(width: number): void {
    // 0: nothing is shown right now. What was drawn last is still the best guess.
    if (width === 0 || width === this.width) return;
    this.width = width;
    this.outer = this.#host.clientWidth;
    this.font = getComputedStyle(this.#host.renderRoot.firstElementChild!).fontFamily;
    this.#host.requestUpdate();
  }
}
