import type { OwnerDatabase, OwnerTransaction } from '../db/database.ts';
import { lockOrganization } from '../organizations.ts';
import { clearChanges, countAll, countChanged, momentOf, type Refreshed, type RefreshOptions } from './count.ts';
import { incomingTo, noteAllIn } from './incoming.ts';
import { answerRequests, requestCount, requestedOf, takeTurn, waitForTurn } from './requests.ts';

export type { Refreshed, RefreshOptions } from './count.ts';

/** From so many chats on the tables are tidied up. */
const MANY = 5_000;

/**
 * Judges the changed chats of an organization, and those that they touch, and keeps the daily counts in step, in one transaction; all chats when so
 * many changed that this is faster, or when somebody has requested it.
 * Afterwards outcomes and counts are what counting everything from scratch as of that moment would give.
 * @throws {UnknownOrganization}
 */
export async function refreshOrganization(owner: OwnerDatabase, organizationId: string, options: RefreshOptions = {}): Promise<Refreshed> {
  const { whole, noted } = await requestedOf(owner, organizationId);
  if (whole && !noted) return recount(owner, organizationId, options);
  const refreshed = await owner.transaction(async (tx) => {
    await waitForTurn(tx, organizationId);
    return refreshChanged(tx, organizationId, options);
  });
  return refreshed ?? recount(owner, organizationId, options);
}

/**
 * Counts every chat of an organization, whatever is stored: after a change of the rules or of the organization's time zone, or when figures are in
 * doubt. Readers see the old figures until all new ones are there.
 * @throws {UnknownOrganization}
 */
export async function rebuildOrganization(owner: OwnerDatabase, organizationId: string, options: RefreshOptions = {}): Promise<Refreshed> {
  const waits = await owner.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const { as_of } = await momentOf(tx, organizationId, options);
    if (as_of !== null) await requestAll(tx, organizationId);
    return as_of !== null;
  });
  return waits ? recount(owner, organizationId, options) : { changed: 0, asOf: null };
}

async function recount(owner: OwnerDatabase, organizationId: string, options: RefreshOptions): Promise<Refreshed> {
  const counted = await owner.transaction(async (tx) => {
    await waitForTurn(tx, organizationId);
    return countRequestedAll(tx, organizationId, options);
  });
  // Somebody else has done it meanwhile, perhaps as of an earlier moment.
  return counted === null ? refreshOrganization(owner, organizationId, options) : tidied(owner, counted);
}

/**
 * What a change waits for: a few changed chats are judged at once, so that the next report has them. Whatever takes longer, or would have to wait for
 * somebody or for rows that are coming in, is left to the background.
 */
export async function refreshSoon(owner: OwnerDatabase, organizationId: string): Promise<void> {
  const turn = await owner.transaction(async (tx) => {
    if (!(await takeTurn(tx, organizationId))) return false;
    // What is held here lets no rows come in between.
    await lockOrganization(tx, organizationId);
    if ((await incomingTo(tx, organizationId)) !== 'none') return false;
    await refreshChanged(tx, organizationId, {});
    return true;
  });
  // Otherwise it is done, or requested.
  if (!turn) await requestCount(owner, organizationId, { whole: false });
}

/**
 * Works off what was requested of an organization.
 * @param onHalf told when it is counted though its rows stopped coming in before the last of them
 * @returns false: somebody else is at it, or will be when all rows are in
 */
export async function countRequested(owner: OwnerDatabase, organizationId: string, signal: AbortSignal, onHalf: () => void): Promise<boolean> {
  const inTurn = <T>(work: (tx: OwnerTransaction) => Promise<T>): Promise<T | null> =>
    owner.transaction(async (tx) => ((await takeTurn(tx, organizationId)) ? work(tx) : null), signal);
  const begun = await inTurn(async (tx) => {
    await lockOrganization(tx, organizationId);
    const incoming = await incomingTo(tx, organizationId);
    if (incoming === 'coming') return null;
    if (incoming === 'stopped') {
      await noteAllIn(tx, organizationId);
      onHalf();
    }
    return (await refreshChanged(tx, organizationId, {})) ?? 'all';
  });
  const counted = begun === 'all' ? await inTurn((tx) => countRequestedAll(tx, organizationId, {})) : begun;
  if (counted !== null) await tidied(owner, counted);
  return counted !== null;
}

/** @returns null: nobody has requested that */
async function countRequestedAll(tx: OwnerTransaction, organizationId: string, options: RefreshOptions): Promise<Refreshed | null> {
  const requested = await requestedOf(tx, organizationId);
  if (!requested.whole) return null;
  const counted = await countAll(tx, organizationId, await momentOf(tx, organizationId, options));
  if (counted.asOf !== null) await answerRequests(tx, organizationId, requested);
  return counted;
}

/**
 * For whoever has the turn.
 * @returns null: all chats are to be judged. Committed first, so that whatever is noted from here on is known to have come later.
 */
async function refreshChanged(tx: OwnerTransaction, organizationId: string, options: RefreshOptions): Promise<Refreshed | null> {
  await lockOrganization(tx, organizationId);
  const requested = await requestedOf(tx, organizationId);
  if (requested.whole) {
    // Nobody is about to answer that request, so it stands for these as well.
    await clearChanges(tx, organizationId);
    return null;
  }
  const refreshed = await countChanged(tx, organizationId, await momentOf(tx, organizationId, options));
  if (refreshed === null) await requestAll(tx, organizationId);
  else if (refreshed.asOf !== null) await answerRequests(tx, organizationId, requested);
  return refreshed;
}

/** From here on it does not matter which chats changed before; the request, which outlives this process, stands for all of them. */
async function requestAll(tx: OwnerTransaction, organizationId: string): Promise<void> {
  await requestCount(tx, organizationId, { whole: true });
  await clearChanges(tx, organizationId);
}

/** After the commit: to vacuum cannot be part of a transaction, and to analyze would hold up others who are at it until its end. */
async function tidied<Counted extends Pick<Refreshed, 'changed'>>(owner: OwnerDatabase, counted: Counted): Promise<Counted> {
  if (counted.changed >= MANY) await owner.tidy(['rooms', 'ai_activity_logs', 'changed_episodes', 'episode_outcomes', 'daily_counts']);
  return counted;
}
