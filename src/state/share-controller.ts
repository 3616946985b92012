import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Speech } from '#lang';
import { connectionContext } from './connection-context.ts';
import { FEATURES, type Features, FeaturesController, featuresContext } from './features.ts';
import type { LangController } from './lang-controller.ts';
import { localeContext } from './locale-context.ts';
import { reportContext } from './report-context.ts';
import type { ReportController } from './report-controller.ts';
import { LOADING, type ReportState } from './report-state.ts';
import type { Settings } from './settings.ts';

/** Hands an element's report, its way to the service, its language and what it offers to the widgets below it. To be made after the controllers whose results it shares. */
export class ShareController implements ReactiveController {
  readonly #report: ReportController;
  readonly #lang: LangController<Record<never, string>>;
  readonly #adapt: (state: ReportState) => ReportState;
  readonly #reports: ContextProvider<typeof reportContext>;
  readonly #speech: ContextProvider<typeof localeContext>;
  readonly #connection: ContextProvider<typeof connectionContext>;
  readonly #offered: ContextProvider<typeof featuresContext>;
  readonly #features: FeaturesController;
  #shared: ReportState = LOADING;

  /** @param adapt - What the widgets below get instead, when the element shows part of the state itself. */
  constructor(
    host: ReactiveElement & Settings,
    {
      report,
      lang,
      adapt = (state) => state,
    }: { report: ReportController; lang: LangController<Record<never, string>>; adapt?: (state: ReportState) => ReportState },
  ) {
    this.#report = report;
    this.#lang = lang;
    this.#adapt = adapt;
    this.#reports = new ContextProvider(host, { context: reportContext, initialValue: LOADING });
    this.#speech = new ContextProvider(host, { context: localeContext, initialValue: speechOf(lang) });
    this.#connection = new ContextProvider(host, { context: connectionContext, initialValue: null });
    this.#features = new FeaturesController(host);
    this.#offered = new ContextProvider(host, { context: featuresContext, initialValue: {} });
    host.addController(this);
  }

  hostUpdate(): void {
    const { state, connection } = this.#report;
    if (connection !== this.#connection.value) this.#connection.setValue(connection);
    if (state !== this.#shared) {
      this.#shared = state;
      this.#reports.setValue(this.#adapt(state));
    }
    const features = this.#features.current;
    if (!isSame(features, this.#offered.value)) this.#offered.setValue(features);
    const { locale, messages } = this.#lang.current;
    const { value } = this.#speech;
    if (locale !== value.locale || messages !== value.messages) this.#speech.setValue(speechOf(this.#lang));
  }
}

const speechOf = ({ current: { locale, messages } }: LangController<Record<never, string>>): Speech => ({ locale, messages });

const isSame = (one: Required<Features>, other: Features): boolean => FEATURES.every((feature) => one[feature] === other[feature]);
