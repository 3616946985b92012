import type { ImpactReport } from '@qontak/impact-contract';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { wholeReport } from '#data';
import {
  announce,
  cardStrings,
  cardStyles,
  download,
  EXPORT_KINDS,
  type ExportKind,
  failure,
  fieldStyles,
  ImpactElement,
  offerExport,
  pictureSource,
  rootStyles,
  together,
  tokens,
} from '#kit';
import { createLang } from '#lang';
import { FeaturesController, LangController, ReportController, ThemeController } from '#state';
import { figuresOf } from './figures.ts';
import { printReport } from './paper.ts';
import { headlinePicture } from './picture.ts';
import { strings } from './share.strings.ts';
import { styles } from './share.styles.ts';
import { sayingsOf, shareText } from './share.view.ts';
import { fileOf, saveTable } from './table.ts';
import { copyText, sendText } from './ways.ts';

/**
 * Takes the report out of the page: a message, a picture, one printed page, a table of all figures. No personal data in any.
 *
 * @tag qontak-impact-share
 * @fires {ImpactExportEvent} impact-export - Figures are about to leave the page; cancelable.
 * @fires {ImpactReadyEvent} impact-ready - The report has come.
 * @fires {ImpactErrorEvent} impact-error - There is no report; cancelable.
 * @fires {ImpactAuthRequiredEvent} impact-auth-required - The user has to sign in again.
 * @slot error - Instead of what is said when there is no report.
 * @csspart root - Everything.
 * @csspart card - What opens.
 * @csspart title - Its title.
 * @csspart error - What went wrong.
 * @csspart button - A button.
 */
export class Share extends ImpactElement {
  static override styles = [tokens, rootStyles, cardStyles, fieldStyles, styles];
  static override properties: PropertyDeclarations = {
    opened: { state: true, attribute: false },
    note: { state: true, attribute: false },
  };

  declare private opened: boolean;
  /** What came of the last button. */
  declare private note: string;
  readonly #lang = new LangController(this, strings);
  readonly #report = new ReportController(this, announce);
  readonly #features = new FeaturesController(this);

  constructor() {
    super();
    this.opened = false;
    this.note = '';
    new ThemeController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#leave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#leave);
  }

  override render(): TemplateResult | typeof nothing {
    if (this.#ways.length === 0) return nothing;
    const lang = this.#lang.current;
    const { state } = this.#report;
    const ready = state.status === 'ready';
    return html`<div class="root" part="root" lang=${lang.locale} tabindex="-1" aria-busy=${state.status === 'loading'} @keydown=${this.#keys}>
      ${
        state.status === 'failed'
          ? state.shown
            ? html`<div class="card">${failure(state, createLang(lang.locale, cardStrings, lang.messages))}</div>`
            : nothing
          : html`<button
              id="share"
              class="button"
              part="button"
              type="button"
              aria-expanded=${this.opened && ready}
              aria-disabled=${!ready}
              @click=${() => ready && this.#toggle()}
            >
              ${lang.t('share')}
            </button>`
      }
      ${ready && this.opened ? this.#panel(wholeReport(state.report)) : nothing}
    </div>`;
  }

  #panel(report: ImpactReport): TemplateResult {
    const { t } = this.#lang.current;
    const text = shareText(sayingsOf(report, this.#lang.current));
    const way = (kind: ExportKind, primary = false): TemplateResult =>
      html`<button class=${primary ? 'button primary' : 'button'} part="button" type="button" @click=${() => void this.#take(kind, report, text)}>
        ${t(kind)}
      </button>`;
    return html`<section class="card panel" part="card" aria-labelledby="title">
      <div id="title" class="card-title" part="title" role="heading" aria-level=${this.headingLevel}>${t('title')}</div>
      <p class="help">${t('help')}</p>
      <div class="text" role="group" aria-label=${t('text')}>${together(text)}</div>
      <div class="ways">${this.#ways.map((kind, at) => way(kind, at === 0))}</div>
      <p class="note" role="status">${this.note}</p>
    </section>`;
  }

  get #ways(): ExportKind[] {
    return EXPORT_KINDS.filter((kind) => this.#features.offers(kind === 'csv' ? 'csvExport' : kind));
  }

  #toggle(): void {
    this.opened = !this.opened;
    this.note = '';
  }

  #keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.opened) return;
    // It closes this, and not also a dialog of the host around it.
    event.stopPropagation();
    this.#toggle();
    this.renderRoot.querySelector<HTMLElement>('#share')?.focus();
  };

  /** A press elsewhere closes it, as what it may lie over is wanted now. */
  #leave = (event: Event): void => {
    if (this.opened && !event.composedPath().includes(this)) this.#toggle();
  };

  /** Called from the click itself: browsers open windows, share and copy only for a person. */
  async #take(kind: ExportKind, report: ImpactReport, text: string): Promise<void> {
    const lang = this.#lang.current;
    const { t } = lang;
    const rows = kind === 'csv' ? figuresOf(report, lang) : text.split('\n');
    if (!offerExport(this, kind, rows.length)) return;
    switch (kind) {
      case 'whatsapp':
        await sendText(text);
        break;
      case 'copy':
        this.note = t((await copyText(text)) ? 'copied' : 'not_copied');
        break;
      case 'print':
        printReport(report, lang);
        break;
      case 'csv':
        this.note = t('downloaded', { file: saveTable(report, lang) });
        break;
      case 'image':
        await this.#saveImage(report);
    }
  }

  async #saveImage(report: ImpactReport): Promise<void> {
    const lang = this.#lang.current;
    const { hero } = report.data;
    try {
      const { drawPicture } = await pictureSource.load();
      const font = getComputedStyle(this.renderRoot.querySelector('.root')!).fontFamily;
      const file = fileOf(report, lang, 'png');
      const picture = headlinePicture({ sayings: sayingsOf(report, lang), hero: hero.status === 'ok' ? hero : null, lang });
      download(file, await drawPicture(picture, font));
      this.note = lang.t('downloaded', { file });
    } catch {
      this.note = lang.t('not_drawn');
    }
  }
}
