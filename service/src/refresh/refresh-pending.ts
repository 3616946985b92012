import type { OwnerDatabase } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { refreshOrganization } from './refresh.ts';

const PENDING = sqlFile(import.meta.url, './pending.sql');

/** Counts what waits to be counted: a migration that adds a fact queues every chat, and a process that was killed leaves its changes behind. */
export async function refreshPending(owner: OwnerDatabase): Promise<void> {
  for (const { id } of await owner.query<{ id: string }>(PENDING)) await refreshOrganization(owner, id);
}
