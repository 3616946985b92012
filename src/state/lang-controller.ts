import type { ReactiveController, ReactiveElement } from 'lit';
import { complain } from '#data';
import { createLang, type Lang, loadWording, type Locale, LOCALES, localeOf, type Messages, type Speech, type Strings, wordingSource } from '#lang';
import { Inherited } from './inherited.ts';
import { localeContext } from './locale-context.ts';
import { nearest, watchPage } from './page.ts';
import { pageWideSettings } from './page-wide.ts';
import type { Settings } from './settings.ts';

/** The language an element speaks: its own attribute, else that of the report above, else what the page is configured to, else the nearest `lang`, else Indonesian. */
export class LangController<Texts extends Record<string, string>> implements ReactiveController {
  static readonly #all = new WeakMap<object, LangController<Record<never, string>>>();

  /** That of an element of ours. */
  static of(element: object): LangController<Record<never, string>> {
    return LangController.#all.get(element)!;
  }

  current: Lang<Texts>;
  readonly #host: ReactiveElement & Settings;
  readonly #strings: Strings<Texts>;
  readonly #above: Inherited<Speech>;
  #unwatch: (() => void) | undefined;
  /** The wording for which the code was asked for: once, also when it could not be had. */
  #asked: Messages | undefined;

  constructor(host: ReactiveElement & Settings, strings: Strings<Texts>) {
    this.#host = host;
    this.#strings = strings;
    this.#above = new Inherited(host, localeContext);
    this.current = createLang(LOCALES[0], strings);
    LangController.#all.set(host, this);
    host.addController(this);
  }

  hostConnected(): void {
    this.#unwatch = watchPage(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#unwatch?.();
  }

  hostUpdate(): void {
    const locale = this.#locale();
    const messages = this.#messages();
    if (locale !== this.current.locale || messages !== this.current.messages) this.current = createLang(locale, this.#strings, messages);
  }

  /** The host's own wording, once it can be understood. */
  #messages(): Messages | undefined {
    const messages = this.#host.messages ?? this.#above.value?.messages ?? pageWideSettings().messages;
    if (messages === undefined || wordingSource.wording !== null) return messages;
    if (this.#asked !== messages) void this.#load();
    this.#asked = messages;
    return undefined;
  }

  async #load(): Promise<void> {
    // Without it the widgets speak our words.
    if (await loadWording((name) => complain('IMPACT-031', name))) this.#host.requestUpdate();
    else complain('IMPACT-025', 'messages');
  }

  #locale(): Locale {
    const said = localeOf(this.#host.locale) ?? this.#above.value?.locale ?? localeOf(pageWideSettings().locale);
    return said ?? nearest(this.#host, '[lang]', (hit) => localeOf(hit.getAttribute('lang'))) ?? LOCALES[0];
  }
}
