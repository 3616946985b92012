import type { OwnerDatabase, Queryable } from './database.ts';
import { type Patience, patiently } from './patience.ts';
import { sqlFile } from './sql-file.ts';

const DISTRIBUTE = sqlFile(import.meta.url, './distribute.sql');

/**
 * Where the database has the extension Citus, spreads the tables over its nodes, each organization's rows together on one. Everything that is done
 * already is passed by, so every start looks; a server without Citus is asked one question.
 *
 * Rows that are there are copied, all tables in one transaction. Reports go on meanwhile, imports and refreshes wait: docs/scale.md.
 */
export async function distribute(owner: OwnerDatabase, patience: Patience): Promise<void> {
  if (!(await hasCitus(owner))) return;
  // What the first pass has copied to the nodes, the second takes away from here.
  for (let pass = 1; pass <= 2; pass++) {
    if ((await owner.query(DISTRIBUTE)).length === 0) return;
    await patiently(owner, 'distribute the tables', patience, async (tx) => {
      for (const { statement } of await tx.query<{ statement: string }>(DISTRIBUTE)) await tx.script(statement);
    });
  }
}

/** Whether the database is, or can become, one of a cluster of Citus. */
export async function hasCitus(owner: Queryable): Promise<boolean> {
  return (await owner.query(`select from pg_extension where extname = 'citus'`)).length > 0;
}
