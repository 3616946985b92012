import type { ImpactReport } from '@qontak/impact-contract';
import type { LitElement, PropertyDeclarations, PropertyValues } from 'lit';
import type { Fetcher, TokenProvider } from '#data';
import type { Messages } from '#lang';
import type { Features } from './features.ts';
import { attributeSet, MISPLACED } from './misplaced.ts';
import { clean, isSetting } from './values.ts';
import type { Comparison, View } from './views.ts';

/** What every element that shows or provides the report can be told. Under a report or provider, that one's settings hold. */
export interface Settings {
  src: string | undefined;
  org: string | undefined;
  period: string | undefined;
  from: string | undefined;
  to: string | undefined;
  channel: string | undefined;
  locale: string | undefined;
  theme: 'auto' | 'light' | 'dark';
  headingLevel: number;
  tokenProvider: TokenProvider | undefined;
  fetcher: Fetcher | undefined;
  data: ImpactReport | undefined;
  messages: Messages | undefined;
  readonly: boolean;
  view: View | undefined;
  compare: Comparison | undefined;
  features: Features | undefined;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a mixin must accept the arguments of every base
type Constructor<T> = new (...args: any[]) => T;

/** Declares the settings once for every element. They are plain properties: what is done with them is in the controllers. */
export function withSettings<Base extends Constructor<LitElement>>(base: Base): Base & Constructor<Settings> {
  class Configured extends base {
    static get observedAttributes(): string[] {
      return [...(Reflect.get(base, 'observedAttributes', this) as string[]), ...MISPLACED];
    }

    static properties: PropertyDeclarations = {
      src: {},
      org: {},
      period: {},
      from: {},
      to: {},
      channel: {},
      locale: {},
      theme: { reflect: true },
      headingLevel: { attribute: 'heading-level' },
      tokenProvider: { attribute: false },
      fetcher: { attribute: false },
      data: { attribute: false },
      messages: { attribute: false },
      readonly: { type: Boolean },
      view: {},
      compare: {},
      features: { attribute: false },
    };

    /** Address of the metrics service, absolute or from the page's own; https, except on this machine. */
    declare src: string | undefined;
    /** Id of the organization whose report is expected. The token decides what is sent; another organization's report is refused. */
    declare org: string | undefined;
    /** A month `2026-10` or the last full days `P30D`; by default the last full month. */
    declare period: string | undefined;
    /** First day `2026-10-01`; goes with `to`, instead of `period`. */
    declare from: string | undefined;
    /** Last day, included. */
    declare to: string | undefined;
    /** Only chats of this channel. */
    declare channel: string | undefined;
    /** `id` or `en`; by default the nearest `lang`, at last that of the page, whose changes are followed. */
    declare locale: string | undefined;
    /** By default as the page: its `color-scheme`, or the nearest `data-theme`. */
    declare theme: 'auto' | 'light' | 'dark';
    /** Level of the title among the page's headings. */
    declare headingLevel: number;
    /** Gives the token; the function stands for the user, so keep one per signed-in user. A property only. */
    declare tokenProvider: TokenProvider | undefined;
    /** Instead of the page's `fetch`: for proxies, mocks and tests. */
    declare fetcher: Fetcher | undefined;
    /** A report that the page has already: nothing is requested. It is taken as it is then; what changes in it is shown when another object is set. */
    declare data: ImpactReport | undefined;
    /** The host's own wording: language, widget, text. */
    declare messages: Messages | undefined;
    /** Nothing that is stored can be changed here, whoever reads. */
    declare readonly: boolean;
    /** Of the report: which question it answers; `overview`: how it goes, `value`: what it is worth, `diagnostic`: where it fails. By default all of them. */
    declare view: 'overview' | 'diagnostic' | 'value' | undefined;
    /** Of the report and its headline: compared with the period before (`previous`) or the `first-month` with AI. By default both. */
    declare compare: 'previous' | 'first-month' | undefined;
    /** What is not offered: `{ whatsapp: false, copy: false, image: false, print: false, csvExport: false, period: false, chats: false, editing: false }`, each by itself. */
    declare features: Features | undefined;

    // oxlint-disable-next-line typescript/no-explicit-any -- as above
    constructor(...args: any[]) {
      super(...args);
      // As in values.ts, written out for the manifest.
      this.theme = 'auto';
      this.headingLevel = 2;
      this.readonly = false;
    }

    /** Before anything reads them. */
    protected override willUpdate(changed: PropertyValues<this>): void {
      super.willUpdate(changed);
      for (const name of changed.keys()) if (isSetting(name)) clean(this, name);
    }

    override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
      super.attributeChangedCallback(name, before, value);
      if (value !== null) attributeSet(this, name, value);
    }
  }
  return Configured as Base & Constructor<Settings>;
}
