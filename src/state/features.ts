import { createContext } from '@lit/context';
import type { ReactiveElement } from 'lit';
import { Inherited } from './inherited.ts';
import { pageWideSettings } from './page-wide.ts';
import type { Settings } from './settings.ts';

/** What a host can take away: ways out of the page, the report's own choice of days and channel, the chats behind its numbers, and the changing of what is stored. All are there unless it does. */
export const FEATURES = ['whatsapp', 'copy', 'image', 'print', 'csvExport', 'period', 'chats', 'editing'] as const;
export type Feature = (typeof FEATURES)[number];

/** `{ csvExport: false }`: no table to download. It is about what is shown, not about what is allowed: that is the service's. */
export type Features = Partial<Record<Feature, boolean>>;

/** What a report or provider leaves to the widgets below it. */
export const featuresContext = createContext<Features>(Symbol('impact features'));

/** What an element offers: by its own settings, those of the report or provider above, and those of the page. */
export class FeaturesController {
  static readonly #all = new WeakMap<object, FeaturesController>();

  /** That of an element of ours; undefined: it is none. */
  static of(element: object): FeaturesController | undefined {
    return FeaturesController.#all.get(element);
  }

  readonly #host: ReactiveElement & Settings;
  readonly #above: Inherited<Features>;

  constructor(host: ReactiveElement & Settings) {
    this.#host = host;
    this.#above = new Inherited(host, featuresContext);
    FeaturesController.#all.set(host, this);
  }

  offers(feature: Feature): boolean {
    const { readonly, features } = this.#host;
    const above = this.#above.value?.[feature];
    if (feature === 'editing' && (readonly || pageWideSettings().readonly === true || above === false)) return false;
    return features?.[feature] ?? above ?? pageWideSettings().features?.[feature] ?? true;
  }

  /** All of them, for the widgets below. */
  get current(): Required<Features> {
    return Object.fromEntries(FEATURES.map((feature) => [feature, this.offers(feature)])) as Required<Features>;
  }
}
