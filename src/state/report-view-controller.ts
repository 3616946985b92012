import type { ReactiveController, ReactiveElement } from 'lit';
import { type Connection, loadReportViews, type ReportViews } from '#data';
import { quiet } from './quiet.ts';
import type { ReportController } from './report-controller.ts';

/** Tells the service, once for each identity and each thing to tell, that a report stood before a reader: not while its tab is hidden. */
export class ReportViewController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #report: ReportController;
  /** Null: not here yet, or not to be had; the next page tells its view anyway. */
  #code: ReportViews | null = null;
  #loading = false;
  #told: { connection: Connection; views: Set<string> } | null = null;

  /** To be made after the controller of the report. */
  constructor(host: ReactiveElement, report: ReportController) {
    this.#host = host;
    this.#report = report;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
  }

  hostUpdated(): void {
    this.#look();
  }

  #look = (): void => {
    const { state, connection } = this.#report;
    if (state.status !== 'ready' || connection === null || document.visibilityState !== 'visible' || !this.#host.isConnected) return;
    if (this.#code === null) return void this.#load();
    if (this.#told?.connection !== connection) this.#told = { connection, views: new Set() };
    const view = this.#code.reportViewOf(state.report);
    const name = JSON.stringify(view);
    if (this.#told.views.has(name)) return;
    this.#told.views.add(name);
    void this.#code.recordReportView(connection, view);
  };

  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    await quiet();
    this.#code = await loadReportViews();
    if (this.#code !== null) this.#look();
  }
}
