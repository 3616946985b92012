import type { OwnerDatabase } from '../db/database.ts';
import { countMisspelled } from '../import/closed-reason.ts';
import { canonical, readInstant } from '../import/instant.ts';
import { ACTIVITY, CLOSES, ROOMS, type RowKind } from '../import/row-kind.ts';
import { SourceAway } from './errors.ts';
import { newestEvent, pageOf, type SourceRow } from './page.ts';
import { movePosition, type Position, positionOf } from './position.ts';
import type { Source } from './source.ts';
import { PAGE_ROWS, pageQuestion, type Place } from './source-queries.ts';
import type { SourceTable } from './source-table.ts';
import { writePage, type Written } from './write-page.ts';

/** What a pass works with. */
export interface Pass {
  owner: OwnerDatabase;
  source: Source;
  overlapSeconds: number;
  signal: AbortSignal;
}

/** An organization that is followed, and what the source calls it. */
export interface Followed {
  id: string;
  name: string;
}

export interface TableResult extends Written {
  read: number;
  /** Rows with a closing reason that looks like a known one and is none. */
  misspelled: number;
}

/** Brings in what changed of one table's rows of one organization since the last pass, page by page. */
export function followTable(table: SourceTable, organization: Followed, pass: Pass): Promise<TableResult> {
  switch (table.kind) {
    case 'closes':
      return followRows(table, CLOSES, organization, pass);
    case 'rooms':
      return followRows(table, ROOMS, organization, pass);
    case 'activity':
      return followRows(table, ACTIVITY, organization, pass);
  }
}

async function followRows<Row>(table: SourceTable, rowKind: RowKind<Row>, { id, name }: Followed, pass: Pass): Promise<TableResult> {
  const { owner, source, overlapSeconds, signal } = pass;
  const total: TableResult = { read: 0, misspelled: 0, changed: 0, deleted: 0, rejected: 0 };
  let position = await positionOf(owner, id, table.kind);
  for (;;) {
    const { clock, rows } = await source.read<SourceRow>(pageQuestion(table, name, placeOf(position)));
    // The first page of a pass says when it began; a pass that was cut off goes on with its own beginning.
    const began = position.pass_began_at ?? momentOf(clock);
    const settled = canonical(new Date(Date.parse(began) - overlapSeconds * 1000));
    const isLast = rows.length < PAGE_ROWS;
    const to = isLast ? { settled_until: settled, ...NO_PASS } : { ...position, pass_began_at: began, ...lastOf(rows) };
    const page = pageOf(rowKind, id, rows);
    let reached = position;
    const written = await writePage({ owner, organizationId: id, rowKind }, page, async (tx) => {
      reached = await movePosition(tx, id, table.kind, position, to, newestEvent(rowKind, page.rows, settled));
    });
    position = reached;
    total.read += rows.length;
    total.misspelled += countMisspelled(page.misspelled);
    for (const what of ['changed', 'deleted', 'rejected'] as const) total[what] += written[what];
    if (isLast || signal.aborted) return total;
  }
}

const NO_PASS = { pass_began_at: null, last_updated_at: null, last_key: null };

/** Behind the last row of the pass under way, or behind what is settled. */
function placeOf({ settled_until, pass_began_at, last_updated_at, last_key }: Position): Place {
  if (pass_began_at !== null) return { updated_at: last_updated_at!, key: last_key };
  return settled_until === null ? null : { updated_at: settled_until, key: null };
}

function lastOf(rows: readonly SourceRow[]): Pick<Position, 'last_updated_at' | 'last_key'> {
  const last = rows.at(-1)!;
  return { last_updated_at: last['place at'], last_key: last['place key'] };
}

function momentOf(clock: string | null): string {
  const read = readInstant(clock ?? '');
  if (typeof read !== 'string') return read.instant;
  throw new SourceAway('Could not use the source: it is a standby that has replayed nothing yet, so nobody knows how far it is. Follow the primary, or wait.');
}
