import type { OwnerDatabase, Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { deleteRooms } from '../import/delete-rooms.ts';
import { type RowKind, writeUnderLock } from '../import/row-kind.ts';
import { noteIncoming } from '../refresh/incoming.ts';
import { codeOf } from './errors.ts';
import type { Named, Page, SyncReject } from './page.ts';

const FORGET_REJECTS = sqlFile(import.meta.url, './forget-rejects.sql');
const STORE_REJECTS = sqlFile(import.meta.url, './store-rejects.sql');

/** What a page changed. */
export interface Written {
  changed: number;
  deleted: number;
  /** Rejected rows that were not known to be bad. */
  rejected: number;
}

/** Where a page goes. */
export interface Target<Row> {
  owner: OwnerDatabase;
  organizationId: string;
  rowKind: RowKind<Row>;
}

/**
 * Writes a page and moves on, in one transaction. A row that the database itself refuses, though it looked fine, is found and left out: it must
 * not stop all that come behind it.
 * @param move runs in the transaction
 */
export async function writePage<Row>(target: Target<Row>, page: Page<Row>, move: (tx: Queryable) => Promise<void>): Promise<Written> {
  try {
    return await commit(target, page, move);
  } catch (error) {
    if (!isDataFault(error)) throw error;
    const poison = await poisonAmong(target, page.rows);
    if (poison.length === 0) throw error;
    const bad = new Set(poison.map(({ id }) => id));
    return commit(target, { ...page, rows: page.rows.filter(({ id }) => !bad.has(id)), rejects: [...page.rejects, ...poison] }, move);
  }
}

function commit<Row>({ owner, organizationId, rowKind }: Target<Row>, page: Page<Row>, move: (tx: Queryable) => Promise<void>): Promise<Written> {
  return owner.transaction(async (tx) => {
    const changed = await writeUnderLock(tx, organizationId, rowKind, rowsOf(page.rows));
    const deleted = await deleteRooms(tx, organizationId, page.deleted);
    if (changed + deleted > 0) await noteIncoming(tx, organizationId);
    const rejected = await storeRejects(tx, organizationId, rowKind.kind, page);
    await move(tx);
    return { changed, deleted, rejected };
  });
}

async function storeRejects<Row>(tx: Queryable, organizationId: string, kind: string, { rows, rejects, deleted }: Page<Row>): Promise<number> {
  const fine = [...rows.map(({ id }) => id), ...deleted];
  await tx.query(FORGET_REJECTS, [organizationId, kind, fine]);
  if (rejects.length === 0) return 0;
  const noted = await tx.query(STORE_REJECTS, [
    organizationId,
    kind,
    rejects.map(({ id }) => id),
    rejects.map(({ column }) => column),
    rejects.map(({ reason }) => reason),
  ]);
  return noted.length;
}

/** Tries halves, and halves of those that fail, each in a transaction that is taken back. */
async function poisonAmong<Row>(target: Target<Row>, rows: readonly Named<Row>[]): Promise<SyncReject[]> {
  const fault = await faultOf(target, rows);
  if (fault === null) return [];
  if (rows.length === 1) return [{ id: rows[0]!.id, column: null, reason: `cannot be stored (SQLSTATE ${fault})` }];
  const middle = Math.ceil(rows.length / 2);
  return [...(await poisonAmong(target, rows.slice(0, middle))), ...(await poisonAmong(target, rows.slice(middle)))];
}

/** Ends a transaction that was only tried. */
class TakenBack extends Error {}

/** The SQLSTATE with which the rows are refused; null: they can be stored. */
async function faultOf<Row>({ owner, organizationId, rowKind }: Target<Row>, rows: readonly Named<Row>[]): Promise<string | null> {
  try {
    await owner.transaction(async (tx) => {
      await writeUnderLock(tx, organizationId, rowKind, rowsOf(rows));
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof TakenBack) return null;
    if (isDataFault(error)) return codeOf(error);
    throw error;
  }
  return null;
}

const rowsOf = <Row>(named: readonly Named<Row>[]): Row[] => named.map(({ row }) => row);

/** Data exceptions, violated constraints and limits of what an index or a row can hold: they stay as they are, however often they are tried. */
const isDataFault = (error: unknown): boolean => /^(22|23|54)/.test(codeOf(error));
