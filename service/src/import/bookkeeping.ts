import { sqlFile } from '../db/sql-file.ts';
import type { OwnerDatabase, Queryable } from '../db/database.ts';
import type { CheckedSource } from './check-source.ts';
import { ImportStopped } from './errors.ts';

const findSql = sqlFile(import.meta.url, './find-import.sql');
const beginSql = sqlFile(import.meta.url, './begin-import.sql');
const advanceSql = sqlFile(import.meta.url, './advance-import.sql');
const finishSql = sqlFile(import.meta.url, './finish-import.sql');

/** How far the import of a file has come: what its last committed batch left. */
export interface ImportState {
  records_done: number;
  rows_changed: number;
  rows_rejected: number;
  rejects_bytes: number;
  newest_event: string | null;
  finished: boolean;
}

/** What one batch adds. */
export interface Advance {
  from: number;
  records: number;
  changed: number;
  rejected: number;
  rejectsBytes: number;
  newestEvent: string | null;
}

const keyOf = (organizationId: string, { hash, source }: CheckedSource): [string, string, string] => [organizationId, hash, source.kind];

/** Null: nothing of this file was ever imported. */
export async function findImport(on: Queryable, organizationId: string, file: CheckedSource): Promise<ImportState | null> {
  const [state] = await on.query<ImportState>(findSql, keyOf(organizationId, file));
  return state ?? null;
}

export async function beginImport(owner: OwnerDatabase, organizationId: string, file: CheckedSource): Promise<ImportState> {
  await owner.query(beginSql, keyOf(organizationId, file));
  const state = await findImport(owner, organizationId, file);
  if (!state) throw new Error('Could not find the import that was just begun.');
  return state;
}

/** Moves the bookkeeping in the batch's own transaction, so that both are committed or neither is. */
export async function advanceImport(tx: Queryable, organizationId: string, file: CheckedSource, advance: Advance): Promise<void> {
  const { from, records, changed, rejected, rejectsBytes, newestEvent } = advance;
  const moved = await tx.query(advanceSql, [...keyOf(organizationId, file), from, from + records, changed, rejected, rejectsBytes, newestEvent]);
  if (moved.length > 0) return;
  throw new ImportStopped(`Could not go on with ${file.source.name}: another process is importing the same file. Wait for it, then run the command again.`);
}

export async function finishImport(owner: OwnerDatabase, organizationId: string, file: CheckedSource): Promise<void> {
  await owner.query(finishSql, keyOf(organizationId, file));
}
