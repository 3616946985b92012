import { CHANGES_LISTED } from '@qontak/impact-contract';
import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { Refused } from '../problems.ts';
import type { Setting } from './setting.ts';

const HISTORY = sqlFile(import.meta.url, './history.sql');

interface Row {
  seq: number;
  changed_by: string;
  changed_at: string;
  /** As the functions of the database have noted it; null: nothing stood there. */
  before: unknown;
  after: unknown;
}

/** A page of the changes of a setting, newest first. @param cursor where the page before ended */
export async function settingHistory<Input>(
  tx: Queryable,
  organizationId: string,
  { kind, noted }: Pick<Setting<unknown, Input>, 'kind' | 'noted'>,
  cursor: number | null,
): Promise<{ changes: { by: string; at: string; before: Input | null; after: Input }[]; next_cursor: string | null }> {
  // One more than a page tells whether there is another.
  const rows = await tx.query<Row>(HISTORY, [organizationId, kind, cursor, CHANGES_LISTED + 1]);
  const listed = rows.slice(0, CHANGES_LISTED);
  return {
    changes: listed.map(({ changed_by, changed_at, before, after }) => ({
      by: changed_by,
      at: changed_at,
      before: before === null ? null : noted(before),
      after: noted(after),
    })),
    next_cursor: rows.length > listed.length ? String(listed.at(-1)!.seq) : null,
  };
}

/** @throws {Refused} */
export function changeBehind(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  if (/^[1-9]\d{0,14}$/.test(cursor)) return Number(cursor);
  throw new Refused('bad_request', 'cursor must be the next_cursor of the page before.');
}
