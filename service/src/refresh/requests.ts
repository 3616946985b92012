// What waits to be counted, and whose turn it is. See docs/decisions/0015.
import type { OwnerDatabase, OwnerTransaction, Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';

const sql = (name: string): string => sqlFile(import.meta.url, `./${name}.sql`);

const REQUEST = sql('request-recount');
const REQUEST_WAITING = sql('request-waiting');
const REQUESTED = sql('requested');
const ANSWER = sql('answer-requests');
const LEAVE_LATER = sql('leave-later-requests');

/** What was requested of an organization up to a moment. */
export interface Requested {
  /** The number of the last request; 0: none. */
  last: number;
  /** Whether every chat has to be judged; otherwise only the changed ones wait. */
  whole: boolean;
  /** Whether chats were noted as changed since, too. */
  noted: boolean;
}

/** Lets an organization be counted in the background; reports say so until it is done. */
export async function requestCount(on: Queryable, organizationId: string, { whole }: { whole: boolean }): Promise<void> {
  await on.query(REQUEST, [organizationId, whole]);
}

/** Requests to count what is left over from processes that did not come to it. */
export async function requestWaiting(owner: OwnerDatabase): Promise<void> {
  await owner.query(REQUEST_WAITING);
}

export async function requestedOf(on: Queryable, organizationId: string): Promise<Requested> {
  const [row] = await on.query<{ requested: number; whole: boolean; noted: boolean }>(REQUESTED, [organizationId]);
  return { last: row?.requested ?? 0, whole: row?.whole ?? false, noted: row?.noted ?? false };
}

/** In the transaction that did what was requested, so that figures and the word about them change together. */
export async function answerRequests(tx: OwnerTransaction, organizationId: string, { last }: Requested): Promise<void> {
  if (last === 0) return;
  await tx.query(ANSWER, [organizationId, last]);
  await tx.query(LEAVE_LATER, [organizationId, last]);
}

/**
 * One count of an organization at a time, until the transaction ends. Imports and changes of settings do not wait for it: they lock the organization's
 * row, which a count of all chats takes for its last moments only. Whoever needs both takes this one first.
 */
export async function waitForTurn(tx: OwnerTransaction, organizationId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${LOCK})`, [organizationId]);
}

/** @returns false: somebody else counts it now */
export async function takeTurn(tx: OwnerTransaction, organizationId: string): Promise<boolean> {
  const [row] = await tx.query<{ taken: boolean }>(`select pg_try_advisory_xact_lock(${LOCK}) as taken`, [organizationId]);
  return row!.taken;
}

/** The number keeps them apart from whatever else is locked by a hash. */
const LOCK = 'hashtextextended($1, 21)';
