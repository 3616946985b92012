import type { OwnerDatabase } from '../db/database.ts';
import { reuseRooms } from './reused-rooms.ts';
import { ACTIVITY, CLOSES, ROOMS, type RowKind, writeUnderLock } from './row-kind.ts';
import type { ActivityRow, CloseRow, RoomRow } from './rows.ts';

/** Large enough that the round trip does not count, small enough that a batch is a few megabytes. */
export const BATCH_ROWS = 5000;

/** How far {@link importRooms} or {@link importActivity} has come. */
export interface RowsProgress {
  rows_read: number;
  rows_changed: number;
}

/**
 * Writes rows into `rooms`, one transaction a batch, by the same rules as a file: the newest `updated_at` of an id wins. The rows
 * are taken as they are, without the checks of a file. Afterwards refresh the organization, or its reports stay as they were.
 */
export function importRooms(
  owner: OwnerDatabase,
  organizationId: string,
  rows: AsyncIterable<RoomRow> | Iterable<RoomRow>,
  onProgress?: (progress: RowsProgress) => void,
): Promise<RowsProgress> {
  return importRows(owner, organizationId, ROOMS, rows, onProgress);
}

/** Writes rows into `ai_activity_logs`; see {@link importRooms}. */
export function importActivity(
  owner: OwnerDatabase,
  organizationId: string,
  rows: AsyncIterable<ActivityRow> | Iterable<ActivityRow>,
  onProgress?: (progress: RowsProgress) => void,
): Promise<RowsProgress> {
  return importRows(owner, organizationId, ACTIVITY, rows, onProgress);
}

/** Writes closes of rooms that are used again, from now on also all other rows of the organization as such; see {@link importRooms}. */
export async function importCloses(
  owner: OwnerDatabase,
  organizationId: string,
  rows: AsyncIterable<CloseRow> | Iterable<CloseRow>,
  onProgress?: (progress: RowsProgress) => void,
): Promise<RowsProgress> {
  await reuseRooms(owner, organizationId);
  return importRows(owner, organizationId, CLOSES, rows, onProgress);
}

async function importRows<Row>(
  owner: OwnerDatabase,
  organizationId: string,
  rowKind: RowKind<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
  onProgress?: (progress: RowsProgress) => void,
): Promise<RowsProgress> {
  const progress: RowsProgress = { rows_read: 0, rows_changed: 0 };
  let batch: Row[] = [];
  const write = async (): Promise<void> => {
    progress.rows_changed += await owner.transaction(async (tx) => {
      return writeUnderLock(tx, organizationId, rowKind, batch);
    });
    progress.rows_read += batch.length;
    batch = [];
    onProgress?.({ ...progress });
  };
  for await (const row of rows) if (batch.push(row) >= BATCH_ROWS) await write();
  if (batch.length > 0) await write();
  return progress;
}
