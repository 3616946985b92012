import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { type Database, type OwnerTransaction, REQUEST_ROLE, type RequestTransaction } from './database.ts';
import { databaseError, DatabaseFull, DatabaseUnusable } from './errors.ts';
import { FolderInUse, lockFolder } from './folder-lock.ts';
import { assertSpace } from './free-space.ts';
import { PARSERS } from './values.ts';

/**
 * PostgreSQL inside this process: in a folder, or in memory when none is named.
 *
 * There is one session, and its user is a superuser, whom row-level security does not bind. So request work steps down to the limited
 * role for the length of its transaction, and PGlite lets nothing else in before that ends; the self-check proves it.
 */
export async function openPglite(folder?: string): Promise<Database> {
  const unlock = folder === undefined ? () => {} : takeFolder(folder);
  const mayWrite = folder === undefined ? () => {} : () => assertSpace(folder);
  try {
    mayWrite();
    const lite = await PGlite.create({ ...(folder === undefined ? {} : { dataDir: join(folder, 'postgres') }), parsers: { ...PARSERS } });
    await lite.exec(`set timezone to 'UTC'`);
    return new PgliteDatabase(lite, folder === undefined ? 'PGlite in memory' : `PGlite in ${folder}`, mayWrite, unlock);
  } catch (error) {
    unlock();
    if (error instanceof DatabaseFull) throw error;
    throw new DatabaseUnusable(`Could not open the data in ${folder ?? 'memory'}: ${(error as Error).message}.`, { cause: error });
  }
}

/** Makes the folder and locks it. @returns gives it back */
function takeFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true });
    return lockFolder(join(resolve(folder), 'lock'), folder);
  } catch (error) {
    if (error instanceof FolderInUse) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new DatabaseUnusable(`Could not write to ${folder}: the system says ${code}. Set DATA_DIR to a folder that this user may make and write to.`, {
      cause: error,
    });
  }
}

class PgliteDatabase implements Database {
  readonly name: string;
  readonly owner = {
    query: <Row>(sql: string, values?: readonly unknown[]) => this.#exclusively(() => this.#write<Row>(this.#lite, sql, values)),
    transaction: <T>(work: (tx: OwnerTransaction) => Promise<T>, signal?: AbortSignal) =>
      this.#transaction((lite) => work(this.#ownerTransaction(lite, signal))),
    tidy: async (tables: readonly string[]) => {
      await this.owner.query(`vacuum (analyze) ${tables.join(', ')}`);
    },
  };
  readonly request = {
    asOrganization: <T>(organizationId: string, work: (tx: RequestTransaction) => Promise<T>) => this.#limited('read only', organizationId, work),
    changeAsOrganization: <T>(organizationId: string, work: (tx: RequestTransaction) => Promise<T>) => this.#limited('read write', organizationId, work),
  };
  readonly connections = () => [];
  readonly #lite: PGlite;
  readonly #mayWrite: () => void;
  readonly #unlock: () => void;
  /** Set while the code that runs is inside a transaction: waiting for the only session there would last for ever. */
  readonly #inside = new AsyncLocalStorage<true>();

  constructor(lite: PGlite, name: string, mayWrite: () => void, unlock: () => void) {
    this.#lite = lite;
    this.name = name;
    this.#mayWrite = mayWrite;
    this.#unlock = unlock;
  }

  async close(): Promise<void> {
    if (!this.#lite.closed) await this.#lite.close();
    this.#unlock();
  }

  #limited<T>(mode: 'read only' | 'read write', organizationId: string, work: (tx: RequestTransaction) => Promise<T>): Promise<T> {
    return this.#transaction(async (lite) => {
      await lite.query(`set transaction ${mode}`);
      await lite.query(`set local role ${REQUEST_ROLE}`);
      await lite.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
      return work({
        query: (sql, values) => (mode === 'read only' ? run(lite, sql, values) : this.#write(lite, sql, values)),
        prepared: (sql, values) => run(lite, sql, values),
      });
    });
  }

  /** A statement that may write: of the owner, or of a change. */
  async #write<Row>(lite: PGlite | Transaction, sql: string, values?: readonly unknown[]): Promise<Row[]> {
    this.#mayWrite();
    return run(lite, sql, values);
  }

  #ownerTransaction(lite: Transaction, signal?: AbortSignal): OwnerTransaction {
    return {
      query: async (sql, values) => {
        signal?.throwIfAborted();
        return this.#write(lite, sql, values);
      },
      script: async (sql) => {
        signal?.throwIfAborted();
        this.#mayWrite();
        await lite.exec(sql);
      },
    };
  }

  #transaction<T>(work: (lite: Transaction) => Promise<T>): Promise<T> {
    return this.#exclusively(() => this.#lite.transaction((lite) => this.#inside.run(true, () => work(lite))));
  }

  async #exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside.getStore()) throw new Error('Could not start a statement inside a transaction: PGlite has one session. Use the query of the transaction.');
    try {
      return await work();
    } catch (error) {
      throw databaseError(error);
    }
  }
}

async function run<Row>(lite: PGlite | Transaction, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await lite.query<Row>(sql, [...values])).rows;
}
