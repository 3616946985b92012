import type { ReactiveController, ReactiveElement } from 'lit';

/** Keeps what the keyboard comes to above what lies over the foot of the page, whose height hangs on width, font and language. */
export class FootController implements ReactiveController {
  readonly #host: ReactiveElement;
  #foot: HTMLElement | null = null;
  #observer: ResizeObserver | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('focusin', this.#uncover);
  }

  hostUpdated(): void {
    const foot = this.#host.renderRoot.querySelector<HTMLElement>('.sample');
    if (foot === this.#foot) return;
    this.#leave();
    this.#foot = foot;
    if (foot === null) return;
    this.#observer = new ResizeObserver(() => this.#tell(foot.offsetHeight));
    this.#observer.observe(foot);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusin', this.#uncover);
    this.#leave();
  }

  /** Within what a host puts into a slot: no style of ours gets there. A browser scrolls after this, and finds nothing left to do. */
  readonly #uncover = (event: FocusEvent): void => {
    const [target] = event.composedPath();
    if (this.#foot === null || event.target === this.#host || !(target instanceof HTMLElement) || !target.matches(':focus-visible')) return;
    if (target.getBoundingClientRect().bottom <= this.#foot.getBoundingClientRect().top) return;
    const { scrollMarginBlockEnd } = target.style;
    target.style.scrollMarginBlockEnd = `${this.#foot.offsetHeight + ROOM}px`;
    target.scrollIntoView({ block: 'nearest' });
    target.style.scrollMarginBlockEnd = scrollMarginBlockEnd;
  };

  #leave(): void {
    this.#observer?.disconnect();
    this.#foot = null;
    this.#tell(0);
  }

  /** The margin is in the styles, of the cards too. */
  #tell(height: number): void {
    this.#host.renderRoot.querySelector<HTMLElement>('.root')?.style.setProperty('--_foot', `${height}px`);
  }
}

/** For the outline. */
const ROOM = 4;
