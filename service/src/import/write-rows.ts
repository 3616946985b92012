import type { Queryable } from '../db/database.ts';
import { markChanged } from './mark-changed.ts';

/** Writes rows and marks what changed for the next refresh. @returns how many rows are new or different now */
export type WriteRows<Row> = (tx: Queryable, organizationId: string, rows: readonly Row[]) => Promise<number>;

/** Writes with a statement whose first parameter is the organization, followed by an array for each column, and which returns the ids of changed chats. */
export function writeRows<Row>(sql: string, columns: readonly (keyof Row & string)[]): WriteRows<Row> {
  return async (tx, organizationId, rows) => {
    if (rows.length === 0) return 0;
    const changed = await tx.query<{ id: string }>(sql, [organizationId, ...arraysOf(columns, rows)]);
    await markChanged(
      tx,
      organizationId,
      changed.map(({ id }) => id),
    );
    return changed.length;
  };
}

/** One array of texts for each column: PostgreSQL casts them, and microseconds survive. */
export const arraysOf = <Row>(columns: readonly (keyof Row & string)[], rows: readonly Row[]): (string | null)[][] =>
  columns.map((column) => rows.map((row) => (row[column] === null ? null : String(row[column]))));
