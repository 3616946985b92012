import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { lockOrganization } from '../organizations.ts';
import { forgetLogs } from './forget-logs.ts';
import { markChanged } from './mark-changed.ts';
import { rebuildRooms } from './rebuild-rooms.ts';

const FORGET_ROOMS = sqlFile(import.meta.url, './forget-rooms.sql');
const FORGET_RECORDS = sqlFile(import.meta.url, './forget-records.sql');

/** Takes rooms out that the source has deleted, and marks their chats for the next refresh. @returns how many were there */
export async function deleteRooms(tx: Queryable, organizationId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { rooms_reused } = await lockOrganization(tx, organizationId);
  if (rooms_reused) {
    const records = await tx.query<{ room_id: string }>(FORGET_RECORDS, [organizationId, ids]);
    await rebuildRooms(tx, organizationId, ids);
    return new Set(records.map(({ room_id }) => room_id)).size;
  }
  const gone = await tx.query<{ id: string }>(FORGET_ROOMS, [organizationId, ids]);
  await forgetLogs(tx, organizationId, ids);
  await markChanged(
    tx,
    organizationId,
    gone.map(({ id }) => id),
  );
  return gone.length;
}
