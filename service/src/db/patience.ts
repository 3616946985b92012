import { setTimeout as pause } from 'node:timers/promises';
import type { OwnerDatabase, OwnerTransaction } from './database.ts';
import { DatabaseUnusable } from './errors.ts';

/** Two starts at once wait for each other here. */
const LOCK = 7_310_000;

/**
 * Whoever waits for a table lets everybody who comes later wait behind it, even readers. So a change of tables waits briefly, lets them pass, and
 * tries again: about a minute in all.
 */
export interface Patience {
  lockMs: number;
  pauseMs: number;
  tries: number;
}
export const PATIENCE: Patience = { lockMs: 2_000, pauseMs: 3_000, tries: 12 };
const LOCK_NOT_AVAILABLE = '55P03';

/** Lets one start after the other change the tables, until the transaction ends. */
export const inTurn = (tx: OwnerTransaction): Promise<unknown> => tx.query('select pg_advisory_xact_lock($1)', [LOCK]);

/**
 * Changes tables that others use, in one transaction.
 * @param what is done, for the error: `apply migration 0001_rooms.sql`
 * @throws {DatabaseUnusable} when others hold a table all the time
 */
export async function patiently<T>(owner: OwnerDatabase, what: string, patience: Patience, work: (tx: OwnerTransaction) => Promise<T>): Promise<T> {
  const { lockMs, pauseMs, tries } = patience;
  for (let left = tries; left > 0; left--) {
    try {
      return await owner.transaction(async (tx) => {
        await inTurn(tx);
        // From here on, because another start may take minutes and is waited for.
        // The other setting is for Citus, which changes nothing with several connections at once that other nodes have to be told of; nobody else knows it.
        await tx.script(`set local lock_timeout to ${lockMs}; set local citus.multi_shard_modify_mode to 'sequential'`);
        return work(tx);
      });
    } catch (error) {
      if (![error, (error as Error).cause].some((met) => (met as { code?: string } | undefined)?.code === LOCK_NOT_AVAILABLE)) throw error;
    }
    if (left > 1) await pause(pauseMs);
  }
  throw new DatabaseUnusable(
    `Could not ${what}: in ${tries} tries of ${lockMs / 1000} s others held a table that it changes. Nothing of it was done. Look for long transactions in pg_stat_activity, then start again.`,
  );
}
