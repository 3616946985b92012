import { LitElement, type PropertyValues } from 'lit';
import { FeaturesController, ReportController, withSettings } from '#state';
import { Fault } from './fault.ts';
import { firstControl } from './first-control.ts';
import { inTurn } from './in-turn.ts';
import { drawingOf } from './offers-chats.ts';
import { VERSION } from './version.ts';
import { takeOut } from './ways-out.ts';

/** What hosts can do with every element of ours. */
export class ImpactElement extends withSettings(LitElement) {
  /** Of the library that this element is of. */
  static readonly VERSION: string = VERSION;

  readonly #fault = new Fault(this);

  constructor() {
    super();
    new FeaturesController(this);
  }

  /** Asks for the report again, keeping what is shown. Under a report or provider nothing happens: ask that one. */
  refresh(): Promise<void> {
    return ReportController.of(this).refresh();
  }

  /** Waits until the figures stand here; fails with a `ReportError` when there are none, and with an `AbortError` once the element has left the page. Nobody has to listen. */
  whenReady(): Promise<void> {
    return ReportController.of(this).whenShown();
  }

  /** Downloads all figures of the report as a table, separated as spreadsheets in the reader's language expect it, or by `delimiter`. Waits for the report first and fails as `whenReady()` does; nobody has to listen, because the console says it (IMPACT-032). */
  exportCsv({ delimiter }: { delimiter?: ',' | ';' } = {}): Promise<void> {
    return takeOut('exportCsv()', ({ exportTable }) => exportTable(this, delimiter));
  }

  /** Prints the report's one page, without the page around. Waits for the report and fails as `exportCsv()` does. */
  print(): Promise<void> {
    return takeOut('print()', ({ exportPaper }) => exportPaper(this));
  }

  /** Gives the keyboard to the first control, or to the title where there is none. */
  override focus(options?: FocusOptions): void {
    firstControl(this)?.focus(options);
  }

  /** Code that comes when the figures are there has many cards to draw at once. */
  protected override scheduleUpdate(): void | Promise<void> {
    const draw = (): void => void super.scheduleUpdate();
    return this.hasUpdated || ReportController.of(this).state.status !== 'ready' ? draw() : inTurn(draw);
  }

  protected override update(changed: PropertyValues<this>): void {
    drawingOf(this, () => super.update(changed));
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate();
      this.#fault.mended();
    } catch (cause) {
      this.#fault.met(cause, this.renderOptions);
    }
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.#fault.shown;
    return complete;
  }
}
