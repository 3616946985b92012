import type { CostAssumptionChange, CostAssumptionHistory } from '@qontak/impact-contract';
import type { ReactiveController, ReactiveElement } from 'lit';
import { type Connection, fetchCostChanges } from '#data';

/** The changes of the cost figures as far as they have been asked for, the newest first. */
export type CostChangesState =
  /** Nobody wants to see them. */
  | { status: 'closed' }
  | { status: 'loading' }
  | { status: 'failed' }
  /** `more`, of earlier ones; `none`: these are all. */
  | { status: 'ready'; changes: readonly CostAssumptionChange[]; more: 'none' | 'there' | 'loading' | 'failed' };

export interface WantedChanges {
  connection: Connection;
  /** Whose figures they are. */
  organization: string;
  /** The version in force, as far as it is known: with another one there is another change to show. */
  version: string | null;
}

/** The changes that an element wants to show: asked for while it wants them, given up when it does not. */
export class CostChangesController implements ReactiveController {
  state: CostChangesState = { status: 'closed' };
  readonly #host: ReactiveElement;
  readonly #wanted: () => WantedChanges | null;
  #now: WantedChanges | null = null;
  #reader = new AbortController();
  #cursor: string | null = null;

  /** @param wanted - Read at every update; null: no changes. */
  constructor(host: ReactiveElement, wanted: () => WantedChanges | null) {
    this.#host = host;
    this.#wanted = wanted;
    host.addController(this);
  }

  hostUpdate(): void {
    const wanted = this.#host.isConnected ? this.#wanted() : null;
    const before = this.#now;
    const sameReader = wanted?.connection === before?.connection && wanted?.organization === before?.organization;
    if (sameReader && wanted?.version === before?.version) return;
    this.#now = wanted;
    this.#leave();
    if (wanted === null) this.state = { status: 'closed' };
    // What is shown stays until the newer list is there, but never under another reader's eyes. Earlier changes would be joined to the old list.
    else if (sameReader && this.state.status === 'ready') this.state = { ...this.state, more: this.state.more === 'none' ? 'none' : 'loading' };
    else this.state = { status: 'loading' };
    if (wanted !== null) void this.#load();
  }

  hostDisconnected(): void {
    this.#leave();
    this.#now = null;
    this.state = { status: 'closed' };
  }

  retry(): void {
    this.#show({ status: 'loading' });
    void this.#load();
  }

  /** Earlier changes, below what is shown. */
  async more(): Promise<void> {
    const { state } = this;
    const { signal } = this.#reader;
    if (state.status !== 'ready' || this.#cursor === null || state.more === 'loading') return;
    this.#show({ ...state, more: 'loading' });
    try {
      const page = await this.#fetch(this.#cursor, signal);
      if (!signal.aborted) this.#take([...state.changes, ...page.data], page);
    } catch {
      if (!signal.aborted) this.#show({ ...state, more: 'failed' });
    }
  }

  async #load(): Promise<void> {
    const { signal } = this.#reader;
    try {
      const page = await this.#fetch(null, signal);
      if (!signal.aborted) this.#take(page.data, page);
    } catch {
      // An older list would leave out the change that was just made.
      if (!signal.aborted) this.#show({ status: 'failed' });
    }
  }

  #fetch(cursor: string | null, signal: AbortSignal): Promise<CostAssumptionHistory> {
    const { connection, organization } = this.#now!;
    return fetchCostChanges(connection, { organization, cursor, signal });
  }

  #take(changes: readonly CostAssumptionChange[], { meta }: CostAssumptionHistory): void {
    this.#cursor = meta.next_cursor;
    this.#show({ status: 'ready', changes, more: meta.next_cursor === null ? 'none' : 'there' });
  }

  #show(state: CostChangesState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  #leave(): void {
    this.#reader.abort();
    this.#reader = new AbortController();
  }
}
