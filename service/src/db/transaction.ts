import pg from 'pg';
import { databaseError, DatabaseAway } from './errors.ts';

/** Runs the work on a connection of its own, which the work itself brings into a transaction, and ends that. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>, end = commit): Promise<T> {
  let client: pg.PoolClient | undefined;
  try {
    client = await pool.connect();
    const result = await work(client);
    await end(client);
    return result;
  } catch (error) {
    const met = databaseError(error);
    // Where the server no longer speaks, a rollback would wait for it as long again.
    if (met instanceof DatabaseAway && !(error instanceof pg.DatabaseError)) client?.release(true);
    else await rollBack(client);
    throw met;
  }
}

/** Ends a transaction with what it has done. */
export async function commit(client: pg.PoolClient): Promise<void> {
  // PostgreSQL answers the commit of a failed transaction with a rollback, and with no error.
  if ((await client.query('commit')).command !== 'COMMIT') throw new Error('Could not commit: a statement of the transaction failed and was passed over.');
  client.release();
}

/** Ends a transaction that has written nothing: its answer does not wait for that. */
export async function leave(client: pg.PoolClient): Promise<void> {
  void rollBack(client);
}

/** Rolls back; a connection that cannot even do that is thrown away. */
async function rollBack(client: pg.PoolClient | undefined): Promise<void> {
  try {
    await client?.query('rollback');
    client?.release();
  } catch {
    client?.release(true);
  }
}

/** One statement. */
export async function run<Row>(on: pg.Pool | pg.PoolClient, text: string, values: readonly unknown[] = [], name?: string): Promise<Row[]> {
  // The extended protocol takes one statement at a time, even without values.
  const query: pg.QueryConfig & { queryMode: 'extended' } = { text, values: [...values], queryMode: 'extended', ...(name !== undefined && { name }) };
  return (await on.query(query)).rows as Row[];
}
