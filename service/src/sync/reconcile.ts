import type { OwnerDatabase } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { deleteRooms } from '../import/delete-rooms.ts';
import { SyncRefused } from './errors.ts';
import type { Followed, Pass } from './follow-table.ts';
import type { Read } from './source.ts';
import { idsQuestion, PAGE_ROWS } from './source-queries.ts';
import type { SourceTable } from './source-table.ts';

const KNOWN_ROOMS = sqlFile(import.meta.url, './known-rooms.sql');

/** From so many on, and from such a share on, rooms that are gone are more likely a wrong table or a missing right than deletions. */
const MANY = 100;
const LARGE_SHARE = 0.2;

/**
 * Takes out the rooms of an organization that the source has no more. A deleted row has no last change, so only a comparison of all ids finds it.
 * @returns how many
 * @throws {SyncRefused} when suspiciously many are gone
 */
export async function removeGone(table: SourceTable, organization: Followed, { owner, source, signal }: Pass, deleteMany: boolean): Promise<number> {
  const present = new Set<string>();
  for (let after: string | null = null; ;) {
    const { rows }: Read<{ id: string }> = await source.read(idsQuestion(table, organization.name, after));
    for (const { id } of rows) present.add(id.trim());
    if (signal.aborted) return 0;
    if (rows.length < PAGE_ROWS) break;
    after = rows.at(-1)!.id;
  }
  const { gone, known } = await roomsGone(owner, organization.id, present);
  if (!deleteMany && gone.length > MANY && gone.length > LARGE_SHARE * known) {
    const counts = `${gone.length.toLocaleString('en-US')} of ${known.toLocaleString('en-US')} rooms`;
    throw new SyncRefused(
      `Could not reconcile: the source lacks ${counts} of organization ${organization.id}. Check the table and the rights; if they were really deleted, add --delete-many.`,
    );
  }
  let deleted = 0;
  for (let from = 0; from < gone.length; from += PAGE_ROWS) {
    deleted += await owner.transaction((tx) => deleteRooms(tx, organization.id, gone.slice(from, from + PAGE_ROWS)));
  }
  return deleted;
}

async function roomsGone(owner: OwnerDatabase, organizationId: string, present: ReadonlySet<string>): Promise<{ gone: string[]; known: number }> {
  const gone: string[] = [];
  let known = 0;
  for (let after = ''; ;) {
    const rows = await owner.query<{ id: string }>(KNOWN_ROOMS, [organizationId, after, PAGE_ROWS]);
    known += rows.length;
    for (const { id } of rows) if (!present.has(id)) gone.push(id);
    if (rows.length < PAGE_ROWS) return { gone, known };
    after = rows.at(-1)!.id;
  }
}
