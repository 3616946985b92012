// Rooms that their source uses for one chat after the other: what it says is kept, and their chats are rebuilt from it.
import type { OwnerDatabase, Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { lockOrganization } from '../organizations.ts';
import { rebuildRooms } from './rebuild-rooms.ts';
import type { WriteRows } from './write-rows.ts';

const KEEP_RECORDS = sqlFile(import.meta.url, './keep-records.sql');
const KEEP_ROOMS = sqlFile(import.meta.url, './keep-rooms.sql');
const KEEP_LOGS = sqlFile(import.meta.url, './keep-logs.sql');
const MARK_ROOMS = sqlFile(import.meta.url, './mark-rooms.sql');
const REUSED_ROOMS = sqlFile(import.meta.url, './reused-rooms.sql');
const NEXT_ROOMS = sqlFile(import.meta.url, './next-rooms.sql');

/** Rooms that are rebuilt in one statement. */
const CHUNK = 5000;

/** Which room a record is about, and what tells it from others of its kind: a moment, or none. */
interface Place {
  room_id: string;
  at: string | null;
}

/** Writes rows by keeping them, and rebuilding the chats of their rooms. */
export function keepRecords<Row extends { updated_at: string }>(kind: 'room' | 'close' | 'activity', placeOf: (row: Row) => Place): WriteRows<Row> {
  return async (tx, organizationId, rows) => {
    const places = rows.map(placeOf);
    const kept = await tx.query<{ room_id: string }>(KEEP_RECORDS, [
      organizationId,
      kind,
      places.map(({ room_id }) => room_id),
      places.map(({ at }) => at ?? '-infinity'),
      rows.map((row) => JSON.stringify(row)),
      rows.map(({ updated_at }) => updated_at),
    ]);
    await rebuildRooms(tx, organizationId, [...new Set(kept.map(({ room_id }) => room_id))]);
    return kept.length;
  };
}

/**
 * From now on the organization's rooms hold one chat after the other. What was imported before as one chat a room is what the source says of its
 * rooms, and is kept as that; so nobody has to know how a source works before the first import. In one transaction, because reports between would
 * count chats twice.
 */
export function reuseRooms(owner: OwnerDatabase, organizationId: string): Promise<void> {
  return owner.transaction(async (tx) => {
    const { rooms_reused } = await lockOrganization(tx, organizationId);
    if (rooms_reused) return;
    await tx.query('update organizations set rooms_reused = true where id = $1', [organizationId]);
    await tx.query(KEEP_LOGS, [organizationId]);
    await tx.query('delete from ai_activity_logs where organization_id = $1', [organizationId]);
    await tx.query(KEEP_ROOMS, [organizationId]);
    await tx.query(MARK_ROOMS, [organizationId]);
    await tx.query('delete from rooms where organization_id = $1', [organizationId]);
    for (let after = ''; ;) {
      const [next] = await tx.query<{ rooms: string[] }>(NEXT_ROOMS, [organizationId, after, CHUNK]);
      await rebuildRooms(tx, organizationId, next!.rooms);
      if (next!.rooms.length < CHUNK) return;
      after = next!.rooms.at(-1)!;
    }
  });
}

/** What became of the closes of an organization. */
export interface ReusedRooms {
  rooms: number;
  closes: number;
  /** Closes in which the customer did not write. */
  silent: number;
  /** Closes of rooms of which no row has come yet. */
  waiting: number;
  /** Closes that ended a chat once more. */
  repeated: number;
  chats: number;
}

/** Null: a room of this organization is one chat. */
export async function reusedRooms(owner: Queryable, organizationId: string): Promise<ReusedRooms | null> {
  const [row] = await owner.query<ReusedRooms>(REUSED_ROOMS, [organizationId]);
  return row ?? null;
}
