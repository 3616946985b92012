import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';

const MARK_CHANGED = sqlFile(import.meta.url, './mark-changed.sql');

/** Marks chats for the next refresh, in the transaction that changed them. */
export async function markChanged(tx: Queryable, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.query(MARK_CHANGED, [organizationId, ids]);
}
