import type { OwnerDatabase } from '../db/database.ts';
import { lockOrganization } from '../organizations.ts';
import { ACTIVITY, ROOMS, type RowKind } from './row-kind.ts';
import type { ActivityRow, RoomRow } from './rows.ts';

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
      await lockOrganization(tx, organizationId);
      return rowKind.write(tx, organizationId, batch);
    });
    progress.rows_read += batch.length;
    batch = [];
    onProgress?.({ ...progress });
  };
  for await (const row of rows) if (batch.push(row) >= BATCH_ROWS) await write();
  if (batch.length > 0) await write();
  return progress;
}
