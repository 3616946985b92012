import type { CostAssumption, ReportMeta } from '@qontak/impact-contract';
import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { together } from '#kit';
import { CostChangesController, type CostChangesState, type ReportSource, type SettingState } from '#state';
import type { CostLang } from './cost.strings.ts';
import { drawWho } from './figures.ts';
import { type ChangeView, historyView } from './history.view.ts';

interface HistoryOptions {
  /** Without a way to the service there is none to the figures so far, and none is offered. */
  report: ReportSource;
  /** Another version of it is another change to show. */
  setting: { readonly state: SettingState<CostAssumption> };
  /** Gives the keyboard to something after the next drawing, where what had it goes away. */
  focus: (selector: string) => void;
}

/** The figures so far, which nobody asks for before somebody opens them. */
export class History {
  readonly #host: ReactiveElement;
  readonly #changes: CostChangesController;
  readonly #options: HistoryOptions;
  #open = false;

  constructor(host: ReactiveElement, options: HistoryOptions) {
    this.#host = host;
    this.#options = options;
    this.#changes = new CostChangesController(host, () => {
      const { connection, organization } = options.report;
      const { state } = options.setting;
      if (!this.#open || connection === null || organization === null) return null;
      return { connection, organization, version: state.status === 'known' ? state.etag : null };
    });
  }

  draw(meta: ReportMeta, lang: CostLang): TemplateResult | typeof nothing {
    if (this.#options.report.connection === null) return nothing;
    return html`<details class="history" .open=${this.#open} @toggle=${this.#toggle}>
      <summary>${lang.t('history')}</summary>
      ${this.#content(this.#changes.state, meta, lang)}
    </details>`;
  }

  readonly #toggle = (event: Event): void => {
    this.#open = (event.currentTarget as HTMLDetailsElement).open;
    this.#host.requestUpdate();
  };

  #content(state: CostChangesState, meta: ReportMeta, lang: CostLang): TemplateResult | typeof nothing {
    const { t } = lang;
    switch (state.status) {
      case 'closed':
        return nothing;
      case 'loading':
        return html`<p class="help" role="status">${t('history_loading')}</p>`;
      case 'failed':
        return html`<p class="problem" role="alert">${t('history_failed')}</p>
          <button class="button" part="button" type="button" @click=${this.#retry}>${t('history_retry')}</button>`;
      case 'ready':
        return state.changes.length === 0
          ? html`<p class="help">${t('history_none')}</p>`
          : html`${drawChanges(historyView(state.changes, meta, lang), lang)}${this.#more(state.more, state.changes.length, lang)}`;
    }
  }

  #more(more: 'none' | 'there' | 'loading' | 'failed', shown: number, { t }: CostLang): TemplateResult | typeof nothing {
    if (more === 'none') return nothing;
    const next = (): void => void this.#goOn(shown);
    return html`${more === 'failed' ? html`<p class="problem" role="alert">${t('history_failed')}</p>` : nothing}
      <button class="button" part="button" type="button" aria-disabled=${more === 'loading'} @click=${next}>${t('history_more')}</button>`;
  }

  /** Reading goes on at the first of the earlier ones. */
  async #goOn(shown: number): Promise<void> {
    await this.#changes.more();
    const { state } = this.#changes;
    if (state.status === 'ready' && state.changes.length > shown) this.#options.focus(`.history li:nth-child(${shown + 1})`);
  }

  readonly #retry = (): void => {
    this.#changes.retry();
    this.#options.focus('.history summary');
  };
}

function drawChanges(changes: readonly ChangeView[], { t }: CostLang): TemplateResult {
  return html`${changes.some(({ figures }) => figures.some(({ changed }) => changed)) ? html`<p class="hint">${t('history_bold')}</p>` : nothing}
    <ol>
      ${changes.map(
        ({ text, by, figures }) =>
          html`<li tabindex="-1">
            <p>${together(text)}${drawWho(by, t('entered_by'))}</p>
            <dl>
              ${figures.map(
                ({ name, value, changed }) =>
                  html`<div>
                    <dt>${name}</dt>
                    <dd>${changed ? html`<strong>${together(value)}</strong>` : together(value)}</dd>
                  </div>`,
              )}
            </dl>
          </li>`,
      )}
    </ol>`;
}
