import { type Misspelled, noteMisspelled } from '../import/closed-reason.ts';
import type { Cells } from '../import/record.ts';
import type { RowKind } from '../import/row-kind.ts';
import { DELETED } from './sync-config.ts';

/** A row of the source as it is read: its cells under our names, and its place in the order. */
export type SourceRow = Cells & { 'place at': string; 'place key': string | null };

/** A row that cannot be taken. */
export interface SyncReject {
  id: string;
  column: string | null;
  reason: string;
}

/** A good row with the name that it would be rejected under. */
export interface Named<Row> {
  id: string;
  row: Row;
}

/** What a page of the source holds. */
export interface Page<Row> {
  rows: Named<Row>[];
  rejects: SyncReject[];
  /** Ids of rooms that the source has deleted. */
  deleted: string[];
  misspelled: Misspelled;
}

/** Reads the rows of a page by the rules of the import. */
export function pageOf<Row>(rowKind: RowKind<Row>, organizationId: string, rows: readonly SourceRow[]): Page<Row> {
  const page: Page<Row> = { rows: [], rejects: [], deleted: [], misspelled: {} };
  for (const cells of rows) {
    const id = nameOf(cells);
    if (isDeleted(cells)) {
      page.deleted.push(id);
      continue;
    }
    noteMisspelled(page.misspelled, cells);
    const checked = rowKind.check(cells, organizationId);
    if (checked.fault) page.rejects.push({ id, ...checked.fault });
    else page.rows.push({ id, row: checked.row });
  }
  return page;
}

const isDeleted = (cells: Cells): boolean => typeof cells[DELETED] === 'string' && cells[DELETED] !== 'false';

/** As long as an index takes; a room may have several closes and logs. */
function nameOf(cells: SourceRow): string {
  const moment = cells['closed_at'] ?? cells['answered_at'];
  const key = cells['place key']?.trim() ?? '';
  return (cells['room_id'] === undefined || typeof moment !== 'string' ? key : `${key} ${moment}`).slice(0, 512);
}

/** The newest event up to a moment: later ones may have others before them that are not committed yet. */
export function newestEvent<Row>({ eventColumns }: RowKind<Row>, rows: readonly Named<Row>[], until: string): string | null {
  let newest: string | null = null;
  for (const { row } of rows) {
    for (const column of eventColumns) {
      const event = row[column] as string | null;
      if (event !== null && event <= until && (newest === null || event > newest)) newest = event;
    }
  }
  return newest;
}
