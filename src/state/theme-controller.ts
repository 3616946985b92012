import type { ReactiveController, ReactiveElement } from 'lit';
import { nearest, watchPage } from './page.ts';

const SCHEMES = ['light', 'dark'] as const;

/**
 * Sets the element's custom state `light` or `dark` when its own `theme`, a report above or a `data-theme` of the page says so.
 * Without a word from any of them there is no state, and the page's `color-scheme` holds.
 */
export class ThemeController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #internals: ElementInternals;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#internals = host.attachInternals();
    host.addController(this);
  }

  hostConnected(): void {
    this.#unwatch = watchPage(this.#apply);
  }

  hostDisconnected(): void {
    this.#unwatch?.();
  }

  hostUpdated(): void {
    // After the update, when `theme` has become an attribute.
    this.#apply();
  }

  #apply = (): void => {
    const said = nearest(this.#host, '[theme="light"], [theme="dark"], [data-theme]', (hit) => wordOf(hit));
    for (const scheme of SCHEMES) {
      if (scheme === said) this.#internals.states.add(scheme);
      else this.#internals.states.delete(scheme);
    }
  };
}

function wordOf(hit: Element): string | null {
  const theme = hit.getAttribute('theme');
  return theme === 'light' || theme === 'dark' ? theme : hit.getAttribute('data-theme');
}
