import type { Database } from './database.ts';
import { DatabaseAway } from './errors.ts';

/** The database of a service that listens already and has none yet: whoever asks meanwhile is told to come back. */
export class PendingDatabase implements Pick<Database, 'owner' | 'request' | 'connections'> {
  #database: Database | undefined;

  get owner(): Database['owner'] {
    return this.#opened().owner;
  }

  get request(): Database['request'] {
    return this.#opened().request;
  }

  readonly connections: Database['connections'] = () => this.#database?.connections() ?? [];

  /** From now on requests reach the database, which has been migrated and checked. */
  open(database: Database): void {
    this.#database = database;
  }

  #opened(): Database {
    if (this.#database === undefined) throw new DatabaseAway('Could not answer yet: the service is starting. Try again in a few seconds.');
    return this.#database;
  }
}
