import type { ReportHead } from '@qontak/impact-contract';
import { beginLooking, complainOf, type Connection, connect, endLooking, forget, parseGiven, type ReportError, type ReportResult, ReportWatch } from '#data';
import type { News } from './announce.ts';
import type { ReportSettings } from './page-wide.ts';
import { Churn } from './churn.ts';
import { LOADING, type ReportState, reportStateOf } from './report-state.ts';

/** As long as a sign-in by itself takes. */
const SETTINGS_COME_WITHIN_MS = 2000;
const NOTHING: ReportResult = { data: undefined, error: null, dataUpdatedAt: 0 };
const failure = (error: ReportError): ReportResult => ({ ...NOTHING, error });

interface Listener {
  /** The state is another one. */
  changed(): void;
  /** False: the host shows the failure itself. */
  told(news: News): boolean;
  /** Reads of a report what is shown here. @throws {ReportError} It does not fit. */
  read(report: ReportHead): void;
  /** The console has said already why. */
  explained(error: ReportError): boolean;
}

/** The report that an element's own settings ask for: given as `data`, or fetched and watched. */
export class OwnReport {
  state: ReportState = LOADING;
  readonly #listener: Listener;
  /** The way to the service, also beside a report that was given; null: the settings name none. */
  connection: Connection | null = null;
  #watch: ReportWatch | null = null;
  readonly #churn = new Churn();
  #given: unknown;
  #came: ReportResult = NOTHING;
  /** The same, or a failure: what is shown here does not fit. */
  #result: ReportResult = NOTHING;
  #waitingSince = performance.now();
  /** What is still to be said; it would hold an element that has left. */
  #complaint: ReturnType<typeof setTimeout> | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  follow(settings: ReportSettings): void {
    if (settings.data) {
      this.#hold(settings.data);
      this.#lookAt(connectionOf(settings));
    } else this.#ask(settings);
  }

  async refresh(): Promise<void> {
    if (this.#watch === null) this.#listener.changed();
    else await this.#watch.refresh();
  }

  /** Gives up request and figures. */
  leave(): void {
    clearTimeout(this.#complaint);
    if (this.#watch === null) this.#lookAt(null);
    else this.#watch.stop();
    this.#watch = null;
    this.connection = null;
    this.#given = undefined;
    this.#take(NOTHING);
  }

  /** Also gives up what is kept for a quick return, for everyone of this identity: who returns to the page may be somebody else. */
  forget(): void {
    const { connection } = this;
    this.leave();
    if (connection !== null) forget(connection);
  }

  /** Beside a report that was given nothing is watched; what is asked for there needs a token all the same, and that goes with who looks. */
  #lookAt(connection: Connection | null): void {
    if (connection === this.connection) return;
    if (this.connection !== null) endLooking(this.connection);
    if (connection !== null) beginLooking(connection);
    this.connection = connection;
  }

  #hold(data: unknown): void {
    if (data === this.#given) return;
    this.leave();
    this.#given = data;
    try {
      this.#take({ data: parseGiven(data), error: null, dataUpdatedAt: Date.now() });
    } catch (error) {
      this.#take(failure(error as ReportError));
    }
  }

  #ask(settings: ReportSettings): void {
    let connection: Connection;
    try {
      connection = connect(settings);
    } catch (error) {
      return this.#refuse(error as ReportError);
    }
    if (this.#watch?.connection === connection) this.#watch.ask(settings);
    else {
      if (this.#watch !== null) this.#churn.changed(this.#watch.connection, connection);
      this.leave();
      this.#watch = new ReportWatch(connection, settings, () => this.#look());
    }
    this.connection = connection;
    this.#look();
  }

  /** Settings with which nothing can be asked. The same complaint at every update is one failure, not many. */
  #refuse(error: ReportError): void {
    if (this.#watch === null && this.#given === undefined && this.#result.error?.message === error.message) return;
    this.leave();
    this.#take(failure(error));
  }

  #look(): void {
    if (this.#watch !== null) this.#take(this.#watch.result);
  }

  #take(came: ReportResult): void {
    const { data, error: failed, dataUpdatedAt } = this.#came;
    if (came.data === data && came.error === failed && came.dataUpdatedAt === dataUpdatedAt) return;
    this.#came = came;
    const { error } = this.#result;
    const result = (this.#result = this.#read(came));
    if (result.error !== null && result.error !== error) this.#complain(result.error);
    this.#turn(reportStateOf(result, () => void this.refresh(), this.#isShown(result.error, error)));
  }

  /** Whether a failure is ours to show. Of the same one as before the host has heard already. */
  #isShown(error: ReportError | null, before: ReportError | null): boolean {
    if (error === null) return true;
    if (error === before) return this.state.status !== 'failed' || this.state.shown;
    return this.#listener.told({ kind: 'failed', error });
  }

  #read(came: ReportResult): ReportResult {
    if (came.data === undefined) return came;
    try {
      this.#listener.read(came.data);
      return came;
    } catch (error) {
      return failure(error as ReportError);
    }
  }

  /** A host may still be signing its user in: what is missing is a mistake once it stays missing. */
  #complain(error: ReportError): void {
    if (error.code !== 'bad_source' && error.code !== 'no_token_provider') return complainOf(error);
    this.#complaint = setTimeout(() => this.#result.error === error && !this.#listener.explained(error) && complainOf(error), SETTINGS_COME_WITHIN_MS);
  }

  #turn(state: ReportState): void {
    const before = this.state.status;
    this.state = state;
    if (state.status === 'loading' && before !== 'loading') this.#waitingSince = performance.now();
    if (state.status === 'ready' && before !== 'ready') this.#listener.told({ kind: 'ready', ms: performance.now() - this.#waitingSince });
    this.#listener.changed();
  }
}

/** A page that gives its report may name no service at all. */
function connectionOf(settings: ReportSettings): Connection | null {
  if (!settings.src) return null;
  try {
    return connect(settings);
  } catch {
    return null;
  }
}
