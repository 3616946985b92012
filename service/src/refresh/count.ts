// Counting an organization, inside a transaction that has its turn.
import { type LocalDate, MATCH_RULE, OUTCOMES } from '@qontak/impact-contract';
import type { OwnerTransaction } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { EVER, freezePeriods } from './freeze-periods.ts';
import { issue, type Reached } from './issue.ts';
import { judgeAll, judgeChanged } from './outcomes.ts';

const sql = (name: string): string => sqlFile(import.meta.url, `./${name}.sql`);

const AS_OF = sql('as-of');
const MARK_NEIGHBOURS = sql('mark-neighbours');
const MARK_YOUNG = sql('mark-young');
const EXTENT = sql('extent');
const CLEAR_CHANGES = sql('clear-changes');
const COUNT_TREND = sql('count-trend');
const DROP_EMPTY_TREND = sql('drop-empty-trend');
const STORE_CHANNELS = sql('store-channels');
const STORE_QUALITY = sql('store-quality');
const DROP_EMPTY_QUALITY = sql('drop-empty-quality');
const STORE_AS_OF = sql('store-as-of');

/** Fewer changed chats than this are looked up one by one, whatever part of all they are. */
const FEW = 1_000;
/** To judge a chat of an organization that is counted as a whole takes about so many times less than to look it up by itself. */
const TIMES_FASTER = 10;
/** From so many on they are judged with all others, whatever part they are: one by one they would keep the organization locked for minutes. */
const MANY = 50_000;

const { window_hours: HOURS } = MATCH_RULE;

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

/** Without an as_of there is no day either. */
export type Moment = { counted_as_of: string | null } & (Reached | { as_of: null });

/** As of when the figures stand, and shall stand. */
export async function momentOf(tx: OwnerTransaction, organizationId: string, { asOf, allowEarlier = false }: RefreshOptions): Promise<Moment> {
  const [moment] = await tx.query<Moment>(AS_OF, [organizationId, asOf ?? null, allowEarlier, HOURS]);
  return moment!;
}

/**
 * Judges the changed chats, and those that they touch. Nobody may write chats meanwhile: the organization's row is locked.
 * @returns null: it is faster to judge all chats, or locks nobody out for so long, and nothing is done yet
 */
export async function countChanged(tx: OwnerTransaction, organizationId: string, { counted_as_of, ...reached }: Moment): Promise<Refreshed | null> {
  // Whether a window has passed cannot be said without a moment; the changes wait for one.
  if (reached.as_of === null) return { changed: 0, asOf: null };
  if (counted_as_of === null) return null;
  // Before as well as after, because to look for the neighbours of millions takes as long.
  if (tooMany(await extentOf(tx, organizationId))) return null;
  await tx.query(MARK_NEIGHBOURS, [organizationId, HOURS]);
  await tx.query(MARK_YOUNG, [organizationId, counted_as_of, reached.as_of, HOURS, OUTCOMES]);
  const extent = await extentOf(tx, organizationId);
  if (tooMany(extent)) return null;
  const { changed } = extent;
  const firstDay = changed > 0 ? await judge(tx, organizationId, reached.as_of) : null;
  await settle(tx, organizationId, reached, firstDay);
  return { changed, asOf: reached.as_of };
}

const tooMany = ({ changed, counted }: Extent): boolean => changed >= MANY || (changed >= FEW && changed * TIMES_FASTER >= counted);

/** @returns the first day whose counts have moved */
async function judge(tx: OwnerTransaction, organizationId: string, asOf: string): Promise<LocalDate | null> {
  const days = await judgeChanged(tx, organizationId, asOf);
  await clearChanges(tx, organizationId);
  return days.reduce<LocalDate | null>((first, day) => (first === null || day < first ? day : first), null);
}

/**
 * Judges every chat but those that were noted as changed since all of them were requested: these may be half there, and are left to the refresh that
 * follows their rows. What is counted here follows from the outcomes of one transaction.
 */
export async function countAll(tx: OwnerTransaction, organizationId: string, moment: Moment): Promise<Refreshed> {
  const { counted_as_of: _, ...reached } = moment;
  if (reached.as_of === null) return { changed: 0, asOf: null };
  await judgeAll(tx, organizationId, reached.as_of);
  const { counted } = await extentOf(tx, organizationId);
  await settle(tx, organizationId, reached, EVER);
  return { changed: counted, asOf: reached.as_of };
}

/** Forgets which chats changed: they were judged, or all of them will be. */
export async function clearChanges(tx: OwnerTransaction, organizationId: string): Promise<void> {
  await tx.query(CLEAR_CHANGES, [organizationId]);
}

/**
 * What follows from the daily counts. The organization's row is written last, so that nobody waits for it long.
 * @param firstDay the first day on which a chat can be counted in another way than before; null: none
 */
async function settle(tx: OwnerTransaction, organizationId: string, reached: Reached, firstDay: LocalDate | null): Promise<void> {
  const following = firstDay === null ? [] : [COUNT_TREND, DROP_EMPTY_TREND, STORE_QUALITY, DROP_EMPTY_QUALITY, STORE_CHANNELS];
  for (const statement of following) await tx.query(statement, [organizationId]);
  await tx.query(STORE_AS_OF, [organizationId, reached.as_of, firstDay !== null]);
  // Whatever can be told or frozen now follows from a change that has just raised the revision.
  await issue(tx, organizationId, reached);
  await freezePeriods(tx, organizationId, reached, firstDay);
}

interface Extent {
  /** Chats that wait to be judged. */
  changed: number;
  /** Chats that the daily counts hold. */
  counted: number;
}

async function extentOf(tx: OwnerTransaction, organizationId: string): Promise<Extent> {
  const [extent] = await tx.query<Extent>(EXTENT, [organizationId]);
  return extent!;
}
