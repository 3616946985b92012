import type { Queryable } from './database.ts';

/**
 * Whether the database follows another one and takes no changes. Asked anew whenever it matters: a replica that is promoted is none any more, and an old
 * primary may come back as one.
 */
export async function isReplica(database: Queryable): Promise<boolean> {
  const [row] = await database.query<{ replica: boolean }>('select pg_is_in_recovery() as replica');
  return row!.replica;
}
