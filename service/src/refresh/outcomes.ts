// Statements that judge chats and count them: for a few of them, and for all. Both give the same.
import { type LocalDate, MATCH_RULE } from '@qontak/impact-contract';
import type { OwnerTransaction } from '../db/database.ts';
import { filled, sqlFile } from '../db/sql-file.ts';

const sql = (name: string): string => sqlFile(import.meta.url, `./${name}.sql`);

const OPENING_HOURS = sql('opening-hours');
const oneByOne = (which: string): string => filled(sql('chats-one-by-one'), { which: sql(which), opening_hours: OPENING_HOURS, is_return: sql('is-return') });
const recording = (chats: string): string => filled(sql('record-outcomes'), { chats });

const RECORD_CHANGED = recording(oneByOne('changed-chats'));
const RECORD_ALL = recording(filled(sql('chats-by-customer'), { opening_hours: OPENING_HOURS }));
const RECORD_ODD = recording(oneByOne('odd-chats'));
const NEXT_CHUNK = sql('next-chunk');
const GONE_CHATS = sql('gone-chats');
const FORGET_OUTCOMES = sql('forget-outcomes');
const FORGET_GONE = sql('forget-gone');
const COUNT_CHANGED = filled(sql('count-outcomes'), { outcomes: sql('changed-outcomes') });
const COUNT_ALL = filled(sql('count-outcomes'), { outcomes: sql('all-outcomes') });
const FORGET_COUNTS = sql('forget-counts');
const DROP_EMPTY_COUNTS = sql('drop-empty-counts');

/** A rule for topics that the contract adds has to be written into the files first. */
const { window_hours: HOURS, across_channels: ACROSS_CHANNELS } = MATCH_RULE satisfies { topic: 'if_known' };

/** Chats in one statement. PGlite works inside this process, which answers nothing else meanwhile. */
const CHUNK = 20_000;

/**
 * Judges the changed chats, and moves the daily counts by what that changes.
 * @returns the days whose counts were moved, some of them often
 */
export async function judgeChanged(tx: OwnerTransaction, organizationId: string, asOf: string): Promise<LocalDate[]> {
  const before = await tx.query<{ day: LocalDate }>(COUNT_CHANGED, [organizationId, -1]);
  const gone = await tx.query<{ id: string }>(GONE_CHATS, [organizationId]);
  if (gone.length > 0) await tx.query(FORGET_OUTCOMES, [organizationId, gone.map(({ id }) => id)]);
  for await (const [after, upto] of chunks(tx, organizationId)) {
    await tx.query(RECORD_CHANGED, [organizationId, asOf, HOURS, ACROSS_CHANNELS, after, upto]);
  }
  const now = await tx.query<{ day: LocalDate }>(COUNT_CHANGED, [organizationId, 1]);
  await tx.query(DROP_EMPTY_COUNTS, [organizationId]);
  return [...before, ...now].map(({ day }) => day);
}

/** Judges every chat, and counts them all. */
export async function judgeAll(tx: OwnerTransaction, organizationId: string, asOf: string): Promise<void> {
  const rule = [organizationId, asOf, HOURS, ACROSS_CHANNELS];
  // For an organization that its statistics do not know a planner expects one chat, and would compare each with all. Nothing here needs that.
  await tx.script('set local enable_nestloop to off');
  await tx.query(FORGET_GONE, [organizationId]);
  await tx.query(RECORD_ALL, rule);
  await tx.query(FORGET_COUNTS, [organizationId]);
  await tx.script('set local enable_nestloop to default');
  await tx.query(RECORD_ODD, rule);
  await tx.query(COUNT_ALL, [organizationId, 1]);
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
