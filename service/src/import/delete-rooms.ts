import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { lockOrganization } from '../organizations.ts';
import { rebuild } from './reused-rooms.ts';

const FORGET_ROOMS = sqlFile(import.meta.url, './forget-rooms.sql');
const FORGET_RECORDS = sqlFile(import.meta.url, './forget-records.sql');

/** Takes rooms out that the source has deleted, and marks their chats for the next refresh. @returns how many were there */
export async function deleteRooms(tx: Queryable, organizationId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { rooms_reused } = await lockOrganization(tx, organizationId);
  const [result] = await tx.query<{ gone: number }>(rooms_reused ? FORGET_RECORDS : FORGET_ROOMS, [organizationId, ids]);
  if (rooms_reused) await rebuild(tx, organizationId, ids);
  return result!.gone;
}
