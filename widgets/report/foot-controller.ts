import type { ReactiveController, ReactiveElement } from 'lit';

/** Tells the styles how high what lies over the foot of the page is, so that nothing the keyboard comes to ends below it: its lines hang on width, font and language. */
export class FootController implements ReactiveController {
  readonly #host: ReactiveElement;
  #foot: Element | null = null;
  #observer: ResizeObserver | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const foot = this.#host.renderRoot.querySelector('.sample');
    if (foot === this.#foot) return;
    this.#leave();
    this.#foot = foot;
    if (foot === null) return;
    this.#observer = new ResizeObserver(() => this.#tell((foot as HTMLElement).offsetHeight));
    this.#observer.observe(foot);
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    this.#observer?.disconnect();
    this.#foot = null;
    this.#tell(0);
  }

  #tell(height: number): void {
    this.#host.renderRoot.querySelector<HTMLElement>('.root')?.style.setProperty('--_foot', `${height}px`);
  }
}
