import type { ReactiveController, ReactiveElement } from 'lit';
import { nearest, parentOf, watchPage } from './page.ts';
import { pageWideSettings } from './page-wide.ts';
import type { Settings } from './settings.ts';

const SCHEMES = ['light', 'dark'] as const;

/**
 * Sets the element's custom state `light` or `dark` when its own `theme`, the page's configuration or a `data-theme` says so. Otherwise there is no
 * state and the `color-scheme` of what is around holds: that of the page, or of a report or provider, which reflects its `theme`.
 */
export class ThemeController implements ReactiveController {
  readonly #host: ReactiveElement & Settings;
  /** Attached when there is something to say: on most pages there never is. */
  #internals: ElementInternals | null = null;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveElement & Settings) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unwatch = watchPage(this.#apply);
    this.#apply();
  }

  hostDisconnected(): void {
    this.#unwatch?.();
  }

  hostUpdate(): void {
    this.#apply();
  }

  #apply = (): void => {
    const said = this.#host.theme === 'auto' ? pageTheme(this.#host) : this.#host.theme;
    if (this.#internals === null && !SCHEMES.some((scheme) => scheme === said)) return;
    const { states } = (this.#internals ??= this.#host.attachInternals());
    for (const scheme of SCHEMES) {
      if (scheme === said) states.add(scheme);
      else states.delete(scheme);
    }
  };
}

function pageTheme(host: Element): string | null {
  const parent = parentOf(host);
  const around = parent === null ? null : nearest(parent, '[theme], [data-theme]', (hit) => hit);
  // A report or provider around has said it, and its color-scheme is inherited.
  if (around?.hasAttribute('theme')) return null;
  const { theme = 'auto' } = pageWideSettings();
  return theme === 'auto' ? (around?.getAttribute('data-theme') ?? null) : theme;
}
