import type { Queryable } from '../db/database.ts';
import { filled, sqlFile } from '../db/sql-file.ts';
import { forgetLogs } from './forget-logs.ts';
import { markChanged } from './mark-changed.ts';

const sql = (name: string): string => sqlFile(import.meta.url, `./${name}.sql`);

// Writes and deletes are statements of their own, for Citus; so what they share stands in each.
const CHATS = { chats_of_rooms: sql('chats-of-rooms') };
const LOGS = { logs_of_rooms: sql('logs-of-rooms') };
const FORGET_CHATS = filled(sql('forget-gone-chats'), CHATS);
const WRITE_CHATS = filled(sql('write-chats'), CHATS);
const FORGET_LOGS = filled(sql('forget-gone-logs'), LOGS);
const WRITE_LOGS = filled(sql('write-logs'), { ...LOGS, set_log: sql('set-log') });

/** Rebuilds the chats of rooms from all that is known of them. */
export async function rebuildRooms(tx: Queryable, organizationId: string, rooms: readonly string[]): Promise<void> {
  if (rooms.length === 0) return;
  const run = async (statement: string): Promise<string[]> => (await tx.query<{ id: string }>(statement, [organizationId, rooms])).map(({ id }) => id);
  const gone = await run(FORGET_CHATS);
  await forgetLogs(tx, organizationId, gone);
  // One after the other: logs belong to chats as they are now.
  const changed = [...gone, ...(await run(WRITE_CHATS)), ...(await run(FORGET_LOGS)), ...(await run(WRITE_LOGS))];
  await markChanged(tx, organizationId, changed);
}
