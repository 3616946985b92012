import type { ReactiveController, ReactiveElement } from 'lit';
import { type Reader, type Connection, ReportError, readSetting, type SaveOutcome, saveSetting, type Setting, type SettingResource } from '#data';

/** A setting as an element knows it. While it is unknown nothing can be changed; `awaited`: what the answer will allow may need room on the page. */
export type SettingState<Value> = { status: 'unknown'; because: 'not_asked' | 'awaited' | 'lost' } | ({ status: 'known' } & Setting<Value>);

const NOT_ASKED: SettingState<never> = { status: 'unknown', because: 'not_asked' };
const AWAITED: SettingState<never> = { status: 'unknown', because: 'awaited' };
const LOST: SettingState<never> = { status: 'unknown', because: 'lost' };

/** How a change ended; `failed`: nothing is known to be stored. */
export type SaveResult<Value> = SaveOutcome<Value> | { status: 'failed'; error: ReportError };

/** The report that is shown: the way to the service, and whose it is; null while there is none. */
export interface ReportSource {
  readonly connection: Connection | null;
  readonly organization: string | null;
}

interface Reading {
  connection: Connection;
  reader: Reader;
}

interface Options {
  /** Another way, or another organization, is another reader: what was known is dropped. */
  report: ReportSource;
  /** False: nothing is asked for, as when nobody could change it anyway. */
  wanted: () => boolean;
}

/**
 * A setting of the organization for the widget that shows and changes it. It is asked for once the widget wants it, and quietly:
 * whoever cannot have it reads the report all the same.
 */
export class SettingController<Value, Input> implements ReactiveController {
  state: SettingState<Value> = NOT_ASKED;
  readonly #host: ReactiveElement;
  readonly #resource: SettingResource<Value, Input>;
  readonly #options: Options;
  #connection: Connection | null = null;
  #organization: string | null = null;
  #reader = new AbortController();
  #asked = false;
  #changes = 0;
  #forbidden = false;

  constructor(host: ReactiveElement, resource: SettingResource<Value, Input>, options: Options) {
    this.#host = host;
    this.#resource = resource;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const { report } = this.#options;
    this.#follow(report);
    // The token was perhaps another organization's for a moment: who may is asked again once the report is back.
    if (this.#forbidden && report.organization === null) this.#asked = this.#forbidden = false;
    const reading = this.#reading;
    if (reading === null || this.#asked || !this.#options.wanted()) return;
    this.#asked = true;
    if (this.state.status === 'unknown') this.state = AWAITED;
    void this.#read(reading);
  }

  /** Ends with who is looking. */
  get signal(): AbortSignal {
    return this.#reader.signal;
  }

  /** Asks again, keeping what is known. */
  async reload(): Promise<void> {
    const reading = this.#reading;
    if (reading !== null) await this.#read(reading);
  }

  hostDisconnected(): void {
    // A move within the page disconnects and connects at once.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#follow({ connection: null, organization: null });
    });
  }

  /** Stores a new version in place of the one that is known. */
  async save(input: Input): Promise<SaveResult<Value>> {
    const [reading, { state }] = [this.#reading, this];
    if (reading === null) return { status: 'failed', error: new ReportError('bad_source') };
    const { connection, reader } = reading;
    const { signal } = reader;
    const etag = state.status === 'known' ? state.etag : null;
    try {
      const outcome = await saveSetting(connection, this.#resource, { input, etag, ...reader });
      if (outcome.status !== 'invalid') this.#changes += 1;
      if (outcome.status === 'saved') this.#know(outcome.setting, signal);
      if (outcome.status === 'conflict') this.#know(outcome.newer, signal);
      return outcome;
    } catch (error) {
      if (!(error instanceof ReportError)) return { status: 'failed', error: new ReportError('network', { cause: error }) };
      if (error.code === 'forbidden' && state.status === 'known') {
        this.#know({ ...state, can_edit: false }, signal);
        this.#forbidden = true;
      }
      return { status: 'failed', error };
    }
  }

  /** Who reads now, and by which way; null: nobody. */
  get #reading(): Reading | null {
    const { signal } = this.#reader;
    return this.#connection === null || this.#organization === null
      ? null
      : { connection: this.#connection, reader: { organization: this.#organization, signal } };
  }

  #follow({ connection, organization }: ReportSource): void {
    // Until a report comes it stays whose it was.
    const other = organization !== null && this.#organization !== null && organization !== this.#organization;
    this.#organization = organization ?? this.#organization;
    if (connection === this.#connection && !other) return;
    this.#reader.abort();
    this.#reader = new AbortController();
    this.#connection = connection;
    this.#organization = organization;
    this.#asked = false;
    this.state = NOT_ASKED;
  }

  async #read({ connection, reader }: Reading): Promise<void> {
    const { signal } = reader;
    const changes = this.#changes;
    try {
      const setting = await readSetting(connection, this.#resource, reader);
      // What was asked before a change may be what stood there before it.
      if (changes === this.#changes) this.#know(setting, signal);
    } catch {
      // What is known stays.
      if (signal.aborted || this.state.status === 'known') return;
      this.state = LOST;
      this.#host.requestUpdate();
    }
  }

  /** The answer to a reader who has left is nobody's. */
  #know({ value, etag, can_edit }: Setting<Value>, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.state = { status: 'known', value, etag, can_edit };
    this.#host.requestUpdate();
  }
}
