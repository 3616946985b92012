import type { LocalDate } from '@qontak/impact-contract';
import type { OwnerDatabase, OwnerTransaction, Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { forgetLogs } from '../import/forget-logs.ts';
import { lockOrganization } from '../organizations.ts';
import { incomingTo } from '../refresh/incoming.ts';
import { refreshOrganization } from '../refresh/refresh.ts';
import { waitForTurn } from '../refresh/requests.ts';

const sql = (name: string): string => sqlFile(import.meta.url, `./${name}.sql`);

const BOUND = sql('bound');
const STORE_BOUND = sql('store-bound');
const OLD_ROOMS = sql('old-rooms');
const FORGET_ROOMS = sql('../import/forget-rooms');
const FORGET_OUTCOMES = sql('../refresh/forget-outcomes');
const FORGET_OLD_RECORDS = sql('forget-old-records');
const FORGET_EMPTY_ROOMS = sql('forget-empty-rooms');
const FORGET_SILENT_CLOSES = sql('forget-silent-closes');
const FORGET_LONE_LOGS = sql('forget-lone-logs');

/** Rooms in one transaction: others wait for the organization a moment and not for minutes. */
const BATCH = 5_000;

interface Bound {
  kept_from: LocalDate;
  /** Its first moment. */
  moment: string;
}

export interface Retain {
  /** Whole months that are kept beside the one of the newest data. */
  months: number;
  /** What counts as now. */
  now: string;
  /** Ends it after the batch under way; the same command goes on. */
  signal: AbortSignal;
  onBatch: (deleted: number) => void;
}

export interface Retained {
  kept_from: LocalDate;
  /** Rooms that were deleted. */
  deleted: number;
  /** False: it was told to stop before the last one. */
  finished: boolean;
}

/**
 * Deletes an organization's chats of long ago, and keeps what was counted of them. First everything that waits is counted and the bound stored, so that
 * whatever happens then no day before it is counted again from the chats that are left.
 * @returns why nothing is deleted: `never_counted`, or `incoming`: rows are coming in, and half of a chat would be counted for good
 */
export async function retainOrganization(
  owner: OwnerDatabase,
  organizationId: string,
  { months, now, signal, onBatch }: Retain,
): Promise<Retained | 'never_counted' | 'incoming'> {
  if (await isIncoming(owner, organizationId)) return 'incoming';
  await refreshOrganization(owner, organizationId);
  const bound = await inTurn(owner, organizationId, (tx) => storeBound(tx, organizationId, months, now));
  if (typeof bound === 'string') return bound;
  const { kept_from, moment } = bound;
  let deleted = 0;
  for (let after = ''; ;) {
    if (signal.aborted) return { kept_from, deleted, finished: false };
    const rooms = await inTurn(owner, organizationId, (tx) => deleteBatch(tx, organizationId, moment, after));
    deleted += rooms.length;
    if (rooms.length < BATCH) break;
    after = rooms.at(-1)!;
    onBatch(deleted);
  }
  await inTurn(owner, organizationId, async (tx) => {
    for (const statement of [FORGET_SILENT_CLOSES, FORGET_LONE_LOGS]) await tx.query(statement, [organizationId, moment]);
  });
  return { kept_from, deleted, finished: true };
}

/** While nobody else counts the organization or writes to it. */
function inTurn<T>(owner: OwnerDatabase, organizationId: string, work: (tx: OwnerTransaction) => Promise<T>): Promise<T> {
  return owner.transaction(async (tx) => {
    await waitForTurn(tx, organizationId);
    await lockOrganization(tx, organizationId);
    return work(tx);
  });
}

const isIncoming = async (on: Queryable, organizationId: string): Promise<boolean> => (await incomingTo(on, organizationId)) === 'coming';

async function storeBound(tx: OwnerTransaction, organizationId: string, months: number, now: string): Promise<Bound | 'never_counted' | 'incoming'> {
  // They may have begun to come in since.
  if (await isIncoming(tx, organizationId)) return 'incoming';
  const [bound] = await tx.query<Bound>(BOUND, [organizationId, months, now]);
  if (bound === undefined) return 'never_counted';
  await tx.query(STORE_BOUND, [organizationId, bound.kept_from]);
  return bound;
}

/** @returns the rooms that went, in order */
async function deleteBatch(tx: OwnerTransaction, organizationId: string, moment: string, after: string): Promise<string[]> {
  const old = await tx.query<{ id: string; room_id: string | null }>(OLD_ROOMS, [organizationId, moment, after, BATCH]);
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return ids;
  await tx.query(FORGET_ROOMS, [organizationId, ids]);
  await forgetLogs(tx, organizationId, ids);
  await tx.query(FORGET_OUTCOMES, [organizationId, ids]);
  const reused = [...new Set(old.flatMap(({ room_id }) => (room_id === null ? [] : [room_id])))];
  if (reused.length === 0) return ids;
  for (const statement of [FORGET_OLD_RECORDS, FORGET_EMPTY_ROOMS]) await tx.query(statement, [organizationId, moment, reused]);
  return ids;
}
