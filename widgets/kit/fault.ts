import { html, nothing, type RenderOptions, render } from 'lit';
import { complain, complainOf, ReportError } from '#data';
import { LangController, ReportController } from '#state';
import { announce } from './emit.ts';
import type { ImpactElement } from './impact-element.ts';

/** What is shown then, fetched when something failed: it should never be needed. An object, so that a test can let the loading fail. */
export const faultSource = { load: (): Promise<typeof import('./fault-drawing.ts')> => import('./fault-drawing.ts') };

/** An error while an element is drawn: ours to mend, and nothing that may leave a blank place or reach the page. */
export class Fault {
  /** Until what is shown instead stands there. */
  shown: Promise<void> = Promise.resolve();
  readonly #element: ImpactElement;
  #error: ReportError | null = null;
  /** False: the host shows it itself. */
  #visible = true;

  constructor(element: ImpactElement) {
    this.#element = element;
  }

  /** The element was drawn. */
  mended(): void {
    this.#error = null;
  }

  /** Told once until it is mended, and to whoever waits. Console and host do not get the cause: its message can hold a customer's text. */
  met(cause: unknown, options: RenderOptions): void {
    if (this.#error === null) {
      const note = `<${this.#element.localName}>: ${cause instanceof Error ? cause.name : typeof cause}`;
      this.#error = new ReportError('render', { note, cause });
      complainOf(this.#error);
      this.#visible = announce(this.#element, { kind: 'failed', error: this.#error });
    }
    ReportController.of(this.#element).refuse(this.#error);
    this.shown = this.#show(this.#error, options);
  }

  /** In place of everything that the element draws, of which there may be one half. */
  async #show(error: ReportError, options: RenderOptions): Promise<void> {
    try {
      const { drawFault } = await faultSource.load();
      if (this.#error !== error) return;
      const { locale } = LangController.of(this.#element).current;
      render(this.#visible ? drawFault(html, locale, this.#again) : nothing, this.#element.renderRoot, options);
    } catch {
      complain('IMPACT-025', `<${this.#element.localName}>`);
    }
  }

  readonly #again = (): void => {
    this.#element.requestUpdate();
    // The frame that has the keyboard goes away.
    void this.#element.updateComplete.then(() => this.#element.renderRoot.querySelector<HTMLElement>('.root')?.focus());
  };
}
