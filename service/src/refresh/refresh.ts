import { type LocalDate, MATCH_RULE } from '@qontak/impact-contract';
import type { OwnerDatabase, OwnerTransaction } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { lockOrganization } from '../organizations.ts';
import { EVER, freezePeriods } from './freeze-periods.ts';
import { issue, type Reached } from './issue.ts';

const sql = (name: string): string => sqlFile(import.meta.url, `./${name}.sql`);

const AS_OF = sql('as-of');
const MARK_NEIGHBOURS = sql('mark-neighbours');
const MARK_YOUNG = sql('mark-young');
const MARK_EVERYTHING = sql('mark-everything');
const NEXT_CHUNK = sql('next-chunk');
const FIRST_CHANGED_DAY = sql('first-changed-day');
const COUNT_OUTCOMES = sql('count-outcomes');
const FORGET_OUTCOMES = sql('forget-outcomes');
const FORGET_EVERYTHING = sql('forget-everything');
const RECORD_OUTCOMES = sql('record-outcomes');
const CLEAR_CHANGES = sql('clear-changes');
const DROP_EMPTY_COUNTS = sql('drop-empty-counts');
const COUNT_TREND = sql('count-trend');
const DROP_EMPTY_TREND = sql('drop-empty-trend');
const STORE_CHANNELS = sql('store-channels');
const STORE_QUALITY = sql('store-quality');
const STORE_AS_OF = sql('store-as-of');

/** Chats in one statement. PGlite works inside this process, which answers nothing else meanwhile. */
const CHUNK = 20_000;

/** From so many changed chats on the tables are tidied up and their statistics renewed; PGlite has nothing that would do it by itself. */
const TIDY_FROM = 5_000;

/** A rule for topics that the contract adds has to be written into record-outcomes.sql first. */
const { window_hours: HOURS, across_channels: ACROSS_CHANNELS } = MATCH_RULE satisfies { topic: 'if_known' };

export interface RefreshOptions {
  /** The newest event that is safely in; absent: what the last refresh had. */
  asOf?: string | undefined;
  /** Lets `asOf` be earlier than what the last refresh had; otherwise the later one holds. */
  allowEarlier?: boolean;
}

export interface Refreshed {
  /** Chats that were judged anew. */
  changed: number;
  /** What everything is counted as of now; null: nothing was ever imported, and nothing is counted. */
  asOf: string | null;
}

/**
 * Judges the changed chats of an organization, and those that they touch, and keeps the daily counts in step, in one transaction.
 * Afterwards outcomes and counts are what counting everything from scratch as of that moment would give.
 * @throws {UnknownOrganization}
 */
export async function refreshOrganization(owner: OwnerDatabase, organizationId: string, options: RefreshOptions = {}): Promise<Refreshed> {
  const refreshed = await owner.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    return refresh(tx, organizationId, options);
  });
  return tidy(owner, refreshed);
}

/** Counts everything from scratch: after a change of the rules or of the organization's time zone. */
export async function rebuildOrganization(owner: OwnerDatabase, organizationId: string, options: RefreshOptions = {}): Promise<Refreshed> {
  const refreshed = await owner.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    await tx.query(FORGET_EVERYTHING, [organizationId]);
    await countTrend(tx, organizationId);
    await tx.query(MARK_EVERYTHING, [organizationId]);
    return refresh(tx, organizationId, { ...options, forgotten: true });
  });
  return tidy(owner, refreshed);
}

/** Without an as_of there is no day either. */
type Moment = { counted_as_of: string | null } & (Reached | { as_of: null });

interface Extent extends RefreshOptions {
  /** Nothing tells any more what was counted before. */
  forgotten?: boolean;
}

async function refresh(tx: OwnerTransaction, organizationId: string, { asOf, allowEarlier = false, forgotten = false }: Extent): Promise<Refreshed> {
  const [moment] = await tx.query<Moment>(AS_OF, [organizationId, asOf ?? null, allowEarlier, HOURS]);
  const { counted_as_of, ...reached } = moment!;
  // Whether a window has passed cannot be said without a moment; the changes wait for one.
  if (reached.as_of === null) return { changed: 0, asOf: null };
  const { as_of } = reached;
  const fromScratch = forgotten || counted_as_of === null;
  // Before the first count every chat is marked: there is nobody to be found beside them.
  if (counted_as_of !== null) {
    await tx.query(MARK_NEIGHBOURS, [organizationId, HOURS]);
    await tx.query(MARK_YOUNG, [organizationId, counted_as_of, as_of, HOURS]);
  }
  const changed = await countChanged(tx, organizationId);
  if (changed >= TIDY_FROM) await tx.script('analyze rooms, ai_activity_logs');
  const firstDay = changed > 0 ? await judge(tx, organizationId, as_of, fromScratch) : null;
  await tx.query(STORE_AS_OF, [organizationId, as_of, changed > 0]);
  // Whatever can be told or frozen now follows from a change that has just raised the revision.
  await issue(tx, organizationId, reached);
  await freezePeriods(tx, organizationId, reached, fromScratch ? EVER : firstDay);
  return { changed, asOf: as_of };
}

/** @returns the first day on which a changed chat was counted, or is now; null from scratch, where nothing tells of before */
async function judge(tx: OwnerTransaction, organizationId: string, asOf: string, fromScratch: boolean): Promise<LocalDate | null> {
  const countedBefore = fromScratch ? null : await firstChangedDay(tx, organizationId);
  await tx.query(COUNT_OUTCOMES, [organizationId, -1]);
  for await (const [after, upto] of chunks(tx, organizationId)) {
    await tx.query(FORGET_OUTCOMES, [organizationId, after, upto]);
    await tx.query(RECORD_OUTCOMES, [organizationId, after, upto, asOf, HOURS, ACROSS_CHANNELS]);
  }
  await tx.query(COUNT_OUTCOMES, [organizationId, 1]);
  await tx.query(DROP_EMPTY_COUNTS, [organizationId]);
  await countTrend(tx, organizationId);
  await tx.query(STORE_CHANNELS, [organizationId]);
  await tx.query(STORE_QUALITY, [organizationId]);
  const countedNow = fromScratch ? null : await firstChangedDay(tx, organizationId);
  await tx.query(CLEAR_CHANGES, [organizationId]);
  return countedBefore === null || (countedNow !== null && countedNow < countedBefore) ? countedNow : countedBefore;
}

/** Follows the daily counts. */
async function countTrend(tx: OwnerTransaction, organizationId: string): Promise<void> {
  await tx.query(COUNT_TREND, [organizationId]);
  await tx.query(DROP_EMPTY_TREND, [organizationId]);
}

async function firstChangedDay(tx: OwnerTransaction, organizationId: string): Promise<LocalDate | null> {
  const [first] = await tx.query<{ day: LocalDate | null }>(FIRST_CHANGED_DAY, [organizationId]);
  return first!.day;
}

/** The changed chats in order, as ranges of ids. Ids are not empty, so the first range begins behind the empty text. */
async function* chunks(tx: OwnerTransaction, organizationId: string): AsyncGenerator<[after: string, upto: string]> {
  for (let after = ''; ;) {
    const [chunk] = await tx.query<{ upto: string }>(NEXT_CHUNK, [organizationId, after, CHUNK]);
    if (chunk === undefined) return;
    yield [after, chunk.upto];
    after = chunk.upto;
  }
}

async function countChanged(tx: OwnerTransaction, organizationId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>('select count(*)::int as n from changed_episodes where organization_id = $1', [organizationId]);
  return row!.n;
}

/** After the commit, because vacuum cannot be part of a transaction. Another one that is at it already is enough. */
async function tidy(owner: OwnerDatabase, refreshed: Refreshed): Promise<Refreshed> {
  if (refreshed.changed >= TIDY_FROM) await owner.query('vacuum (analyze, skip_locked) changed_episodes, episode_outcomes, daily_counts');
  return refreshed;
}
