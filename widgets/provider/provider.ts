import { css, html, type TemplateResult } from 'lit';
import { announce, EarlyNumber, ImpactElement, selectorOf } from '#kit';
import { defineStrings } from '#lang';
import { LangController, PeriodChoiceController, ReportController, ShareController, ThemeController } from '#state';

/** It has nothing to say of its own. */
const strings = defineStrings('provider', { id: {}, en: {} });

/**
 * No pixels: gives the widgets within it one report, language and wording.
 *
 * @tag qontak-impact-provider
 * @fires {ImpactReadyEvent} impact-ready - The report has come.
 * @fires {ImpactErrorEvent} impact-error - There is no report; cancelable.
 * @fires {ImpactAuthRequiredEvent} impact-auth-required - The user has to sign in again.
 * @slot - The widgets, with whatever the page puts between them.
 */
export class Provider extends ImpactElement {
  static override styles = css`
    :host {
      display: contents;
    }
    /* Inherited by the widgets, also through a box that draws nothing. */
    :host(:state(light)) {
      color-scheme: light;
    }
    :host(:state(dark)) {
      color-scheme: dark;
    }
  `;
  readonly #lang = new LangController(this, strings);
  readonly #report = new ReportController(this, announce);

  constructor() {
    super();
    new ShareController(this, { report: this.#report, lang: this.#lang });
    new PeriodChoiceController(this);
    new ThemeController(this);
    new EarlyNumber(this, () => this.#list);
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** Of its own, and not of another report that the page puts within it. */
  get #list(): Element | null {
    const lists = [...this.querySelectorAll(selectorOf('qontak-impact-chats'))];
    return lists.find((list) => list.closest(selectorOf('qontak-impact-provider', 'qontak-impact-report')) === this) ?? null;
  }
}
