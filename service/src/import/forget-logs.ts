import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';

const FORGET_LOGS = sqlFile(import.meta.url, './forget-logs.sql');

/** Takes out what the AI logged about chats. */
export async function forgetLogs(tx: Queryable, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.query(FORGET_LOGS, [organizationId, ids]);
}
