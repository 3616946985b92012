import { setTimeout as pause } from 'node:timers/promises';
import type { OwnerDatabase } from '../db/database.ts';
import { DatabaseAway } from '../db/errors.ts';
import { isReplica } from '../db/replica.ts';
import { sqlFile } from '../db/sql-file.ts';
import { countRequested } from './refresh.ts';
import { requestWaiting } from './requests.ts';

const NEXT = sqlFile(import.meta.url, './next-recount.sql');
const NOTE_FAILURE = sqlFile(import.meta.url, './note-failure.sql');
const POSTPONE = sqlFile(import.meta.url, './postpone.sql');

/** How soon it is seen what another process has requested, or that it is time to try again. */
const LOOK_EVERY_MS = 5_000;

/** Seconds. */
const LONGEST_POSTPONED = 15 * 60;

/**
 * Counts in the background what changes have left to be counted, one organization after the other. Any number of processes may do so at once: each
 * organization is counted by one of them. One that fails is tried again later, and the others do not wait for it.
 */
export class Recounts {
  readonly #owner: OwnerDatabase;
  readonly #onFailure: (error: unknown, organizationId: string | null) => void;
  readonly #onHalf: (organizationId: string) => void;
  readonly #stopping = new AbortController();
  readonly #working: Promise<void>;
  #rest = new AbortController();
  /** Whether the database was a replica when it was looked at last. */
  #follows: boolean;

  /**
   * Begins at once.
   * @param onHalf told of an organization whose rows stopped coming in before the last of them, and which is counted without
   * @param follows whether the database was a replica when the service looked: it may be promoted before this looks itself
   */
  constructor(
    owner: OwnerDatabase,
    onFailure: (error: unknown, organizationId: string | null) => void,
    onHalf: (organizationId: string) => void,
    follows = false,
  ) {
    this.#owner = owner;
    this.#follows = follows;
    this.#onFailure = onFailure;
    this.#onHalf = onHalf;
    this.#working = this.#work();
  }

  /** Something may have been requested. */
  wake(): void {
    this.#rest.abort();
  }

  /** Gives up what is under way: it was not committed, and stays requested. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.wake();
    await this.#working;
  }

  get #stopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #work(): Promise<void> {
    while (!this.#stopped) {
      // Renewed before looking, so that a request which comes while it looks is not slept over.
      this.#rest = new AbortController();
      await this.#countAll();
      await pause(LOOK_EVERY_MS, undefined, { signal: AbortSignal.any([this.#rest.signal, this.#stopping.signal]), ref: false }).catch(() => {});
    }
  }

  async #countAll(): Promise<void> {
    const passedOver: string[] = [];
    while (!this.#stopped && (await this.#mayCount())) {
      const id = await this.#next(passedOver);
      if (id === null) return;
      if (!(await this.#count(id))) passedOver.push(id);
    }
  }

  /** A replica has its counts from the primary. Once it is promoted, what the primary has left over is requested here, as a start would. */
  async #mayCount(): Promise<boolean> {
    try {
      const follows = await isReplica(this.#owner);
      if (this.#follows && !follows) await requestWaiting(this.#owner);
      this.#follows = follows;
      return !follows;
    } catch (error) {
      this.#tell(error);
      return false;
    }
  }

  async #next(passedOver: readonly string[]): Promise<string | null> {
    try {
      const [next] = await this.#owner.query<{ id: string }>(NEXT, [passedOver]);
      return next?.id ?? null;
    } catch (error) {
      this.#tell(error);
      return null;
    }
  }

  /** While the database is away every request says so. */
  #tell(error: unknown): void {
    if (!this.#stopped && !(error instanceof DatabaseAway)) this.#onFailure(error, null);
  }

  /** A count that failed is tried again after 10 seconds, 20, 40, and so on, at most a quarter of an hour. */
  async #postpone(id: string): Promise<void> {
    const [row] = await this.#owner.query<{ failures: number }>(NOTE_FAILURE, [id]);
    if (row !== undefined) await this.#owner.query(POSTPONE, [id, Math.min(5 * 2 ** row.failures, LONGEST_POSTPONED)]);
  }

  /** @returns false: not now */
  async #count(id: string): Promise<boolean> {
    try {
      return await countRequested(this.#owner, id, this.#stopping.signal, () => this.#onHalf(id));
    } catch (error) {
      if (this.#stopped) return false;
      this.#onFailure(error, id);
      await this.#postpone(id).catch(() => {});
      return false;
    }
  }
}
