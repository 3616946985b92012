import type { ReactiveController, ReactiveElement } from 'lit';

/** Shorter than that, a card was scrolled past. */
const LEAST_MS = 1000;
/** Half of it is in sight, or it fills half of what is in sight. */
const HALF = 0.5;
const STEPS = Array.from({ length: 11 }, (_, step) => step / 10);

export interface SeenOptions {
  /** There is something to look at. */
  wanted: () => boolean;
  /** Told when the reader turns away: scrolls on, hides the tab, leaves the page. */
  seen: (ms: number) => void;
}

/** How long an element was before a reader: in sight, and its tab too. */
export class SeenController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: SeenOptions;
  readonly #observer = new IntersectionObserver((entries) => this.#moved(entries.at(-1)!), { threshold: STEPS });
  #inSight = false;
  /** Of the page's clock; null: nobody looks. */
  #since: number | null = null;

  constructor(host: ReactiveElement, options: SeenOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
    document.addEventListener('visibilitychange', this.#look);
    addEventListener('pagehide', this.#leave);
  }

  hostUpdated(): void {
    this.#look();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    document.removeEventListener('visibilitychange', this.#look);
    removeEventListener('pagehide', this.#leave);
    this.#leave();
  }

  #moved({ intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry): void {
    this.#inSight = intersectionRatio >= HALF || (rootBounds !== null && intersectionRect.height >= rootBounds.height * HALF);
    this.#look();
  }

  readonly #leave = (): void => {
    this.#inSight = false;
    this.#look();
  };

  readonly #look = (): void => {
    const looked = this.#inSight && document.visibilityState === 'visible' && this.#options.wanted();
    if (looked === (this.#since !== null)) return;
    const ms = this.#since === null ? 0 : performance.now() - this.#since;
    this.#since = looked ? performance.now() : null;
    if (ms >= LEAST_MS) this.#options.seen(ms);
  };
}
