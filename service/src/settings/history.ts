import { CHANGES_LISTED } from '@qontak/impact-contract';
import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { Refused } from '../problems.ts';

const HISTORY = sqlFile(import.meta.url, './history.sql');

/** A change as the functions of the database have noted it. */
export interface NotedChange {
  seq: number;
  /** Which chat was ruled on, or from which day on hours hold. */
  subject: string | null;
  changed_by: string;
  changed_at: string;
  /** Null: nothing stood there. */
  before: unknown;
  after: unknown;
}

export interface HistoryAsked {
  kind: 'cost_assumption' | 'working_hours' | 'return_ruling';
  /** Where the page before ended. */
  cursor: number | null;
}

/** A page of changes, newest first. @param told how one is told */
export async function changesOf<Change>(
  tx: Queryable,
  organizationId: string,
  { kind, cursor }: HistoryAsked,
  told: (change: NotedChange) => Change,
): Promise<{ changes: Change[]; next_cursor: string | null }> {
  // One more than a page tells whether there is another.
  const rows = await tx.query<NotedChange>(HISTORY, [organizationId, kind, cursor, CHANGES_LISTED + 1]);
  const listed = rows.slice(0, CHANGES_LISTED);
  return { changes: listed.map(told), next_cursor: rows.length > listed.length ? String(listed.at(-1)!.seq) : null };
}

/** @throws {Refused} */
export function changeBehind(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  if (/^[1-9]\d{0,14}$/.test(cursor)) return Number(cursor);
  throw new Refused('bad_request', 'cursor must be the next_cursor of the page before.');
}
