import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { DevelopmentOrganizations } from '@qontak/impact-contract';
import type { Fetcher, TokenProvider } from '#data';
import type { ImpactPeriodChangeEvent } from '#kit';
import { createLang } from '#lang';
import { type Choices, choicesFrom, withChoices } from './choices.ts';
import { demoControls } from './controls.ts';
import { type DemoLang, demoStrings } from './demo.strings.ts';
import { followDevice, showTheme } from './theme.ts';
import { customPeriod, periodQuery } from './periods.ts';
import { shell } from './shell.ts';
import { type Identity, organizations, type Source, SourceError, type SourceProblem, tokenProvider } from './source.ts';

type List = { status: 'loading' } | { status: 'failed'; problem: SourceProblem } | { status: 'ready'; organizations: DevelopmentOrganizations };

/**
 * The page around the report: the frame, the choices and the address. It draws into the document itself, not into a shadow,
 * as a product's shell does.
 */
export class DemoPage extends LitElement {
  static override properties: PropertyDeclarations = {
    source: { attribute: false },
    extraControl: { attribute: false },
    reportFetcher: { attribute: false },
    list: { state: true, attribute: false },
    choices: { state: true, attribute: false },
    folded: { state: true, attribute: false },
    wanted: { state: true, attribute: false },
  };

  /** Where the data come from; set once, before the page is attached. */
  declare source: Source;
  /** One more choice beside the others: what the sandbox does to the report. */
  declare extraControl: ((lang: DemoLang) => TemplateResult) | undefined;
  /** How the report alone fetches, when that is not as the page does: the sandbox's way to make it slow, empty or fail. */
  declare reportFetcher: Fetcher | undefined;
  declare protected list: List;
  declare protected choices: Choices;
  declare protected folded: boolean;
  /** The chat that was to be opened in the inbox. */
  declare protected wanted: string | null;

  #left: AbortController | undefined;
  #provider: { key: string; provide: TokenProvider } | undefined;

  constructor() {
    super();
    this.list = { status: 'loading' };
    this.choices = choicesFrom(new URLSearchParams(location.search));
    this.folded = false;
    this.wanted = null;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#left = new AbortController();
    followDevice(() => this.choices.theme, this.#left.signal);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#left?.abort();
  }

  async #load(): Promise<void> {
    this.list = { status: 'loading' };
    const { signal } = this.#left!;
    try {
      this.list = { status: 'ready', organizations: await organizations(this.source, signal) };
    } catch (error) {
      if (signal.aborted) return;
      this.list = { status: 'failed', problem: error instanceof SourceError ? error.problem : 'away' };
    }
  }

  #choose = (change: Partial<Choices>): void => {
    this.choices = { ...this.choices, ...change };
    const query = withChoices(new URLSearchParams(location.search), this.choices).toString();
    history.replaceState(null, '', `${location.pathname}${query ? `?${query}` : ''}${location.hash}`);
  };

  #fold = (): void => {
    this.folded = !this.folded;
  };

  protected override updated(): void {
    const lang = createLang(this.choices.locale, demoStrings);
    document.documentElement.lang = this.choices.locale;
    document.title = `${lang.t('title')} · demo`;
    showTheme(this.choices.theme);
  }

  #organization(): DevelopmentOrganizations[number] | null {
    if (this.list.status !== 'ready') return null;
    const list = this.list.organizations;
    return list.find(({ id }) => id === this.choices.organization) ?? list[0]!;
  }

  /** One function for each identity: another function tells the report that somebody else is looking. */
  #tokenProvider(identity: Identity): TokenProvider {
    const key = `${identity.organization} ${identity.role}`;
    if (this.#provider?.key !== key) this.#provider = { key, provide: tokenProvider(this.source, identity) };
    return this.#provider.provide;
  }

  protected override render(): TemplateResult {
    const lang = createLang(this.choices.locale, demoStrings);
    const organization = this.#organization();
    return shell({
      lang,
      organizationName: organization?.name ?? null,
      folded: this.folded,
      onFold: this.#fold,
      header: this.#header(lang, organization),
      panel: this.#body(lang, organization),
    });
  }

  #header(lang: DemoLang, organization: DevelopmentOrganizations[number] | null): TemplateResult {
    return html`${organization === null ? nothing : html`<div class="demo-strip">${this.#controls(lang, organization)}</div>`}
      <div class="page-header"><h1>${lang.t('title')}</h1></div>`;
  }

  #controls(lang: DemoLang, organization: DevelopmentOrganizations[number]): TemplateResult {
    const organizations = this.list.status === 'ready' ? this.list.organizations : [];
    return demoControls({ lang, choices: this.choices, organizations, organization, onChoose: this.#choose, extra: this.extraControl?.(lang) ?? nothing });
  }

  #body(lang: DemoLang, organization: DevelopmentOrganizations[number] | null): TemplateResult {
    switch (this.list.status) {
      case 'loading':
        return html`<p class="panel quiet" role="status">${lang.t('loading')}</p>`;
      case 'failed':
        return this.#failed(lang, this.list.problem);
      case 'ready':
        return html`<div class="panel" id="report" tabindex="-1">
          ${this.wanted === null ? nothing : html`<p class="would" role="status">${lang.t('wouldOpen', { id: this.wanted })}</p>`}
          ${this.#report({ organization: organization!.id, role: this.choices.role })} ${this.#links(lang)}
        </div>`;
    }
  }

  #report(identity: Identity): TemplateResult {
    const { period, from, to } = periodQuery(this.choices.period);
    return html`<qontak-impact-report
      src=${this.source.base}
      org=${identity.organization}
      locale=${this.choices.locale}
      period=${period ?? nothing}
      from=${from ?? nothing}
      to=${to ?? nothing}
      channel=${this.choices.channel ?? nothing}
      .tokenProvider=${this.#tokenProvider(identity)}
      .fetcher=${this.reportFetcher ?? this.source.fetcher}
      @impact-period-change=${this.#choosePeriod}
      @impact-navigate=${this.#wouldNavigate}
    ></qontak-impact-report>`;
  }

  /** The days and the channel stand in the address, which decides what the report shows. */
  #choosePeriod = (event: ImpactPeriodChangeEvent): void => {
    event.preventDefault();
    const { detail } = event;
    this.#choose({ period: 'period' in detail ? detail.period : customPeriod(detail.from, detail.to), channel: detail.channel });
  };

  /** The shell would open the chat in its inbox; the demo has none, and says so. */
  #wouldNavigate = (event: Event & { detail: { id: string } }): void => {
    event.preventDefault();
    this.wanted = event.detail.id;
  };

  #failed(lang: DemoLang, problem: SourceProblem): TemplateResult {
    return html`<div class="panel">
      <section class="trouble" role="alert">
        <h2>${lang.t(problem)}</h2>
        <p>${lang.t(`${problem}Help`)}</p>
        <p><button class="button" type="button" @click=${() => this.#load()}>${lang.t('retry')}</button></p>
      </section>
      ${this.#links(lang)}
    </div>`;
  }

  /** The other pages of the demo. */
  #links(lang: DemoLang): TemplateResult {
    const pages = [
      { file: 'index.html', words: lang.t('serviceLink') },
      { file: 'sandbox.html', words: lang.t('sandboxLink') },
      { file: 'gallery.html', words: lang.t('galleryLink') },
    ];
    const here = location.pathname.split('/').at(-1) || 'index.html';
    return html`<footer class="links">${pages.map(({ file, words }) => (file === here ? nothing : html`<a href=${`./${file}`}>${words}</a>`))}</footer>`;
  }
}
