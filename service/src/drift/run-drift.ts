import { randomInt } from 'node:crypto';
import { type LocalDate, MATCH_RULE } from '@qontak/impact-contract';
import { traceOf } from '../command-line.ts';
import type { OwnerDatabase } from '../db/database.ts';
import { DatabaseAway } from '../db/errors.ts';
import { sqlFile } from '../db/sql-file.ts';
import { WrongUsage } from '../import/errors.ts';
import type { DriftOptions } from './options.ts';

const ORGANIZATIONS = sqlFile(import.meta.url, '../organizations-from.sql');
const DAYS = sqlFile(import.meta.url, './days.sql');
const DIFFERENCES = sqlFile(import.meta.url, './differences.sql');

const { window_hours: HOURS, across_channels: ACROSS_CHANNELS } = MATCH_RULE satisfies { topic: 'if_known' };

/** A figure that is stored otherwise than the rooms and logs say. */
export interface Difference {
  /** A day's counts, a week or a month of the trend, or the chats behind a day. */
  part: 'day' | 'trend' | 'chats';
  /** Of a trend. */
  unit: 'week' | 'month' | null;
  /** Null for chats. */
  dimension: 'all' | 'channel' | 'topic' | null;
  key: string | null;
  /** The day, or the first one of the week or month. */
  day: LocalDate;
  /** The column, with the place of a histogram such as `turns[3]`; `rows` for a row that is missing or too many. */
  measure: string;
  /** Of chats what the first one has. */
  stored: string | null;
  recounted: string | null;
  /** How many chats differ in this; null for counts. */
  chats: number | null;
}

/** What was found about one organization. */
export interface Checked {
  id: string;
  /** Null: it was never counted, so there is nothing to compare. */
  asOf: string | null;
  checked: LocalDate[];
  /** Days with chats or counts, the pending ones too. */
  days: number;
  /** A change waits for its refresh, so their figures are behind and nothing is said of them. */
  pending: LocalDate[];
  differences: Difference[];
}

/** It could not be checked; why, and where if it is our fault. */
export interface Unchecked {
  id: string;
  reason: string;
}

export interface DriftSetting {
  owner: OwnerDatabase;
  /** Hears of each organization as soon as it is done. */
  tell: (organization: Checked | Unchecked) => void;
  /** Ends the run after the organization under way. */
  signal: AbortSignal;
}

export interface DriftResult {
  /** Gives the same sample again. */
  seed: number;
  organizations: (Checked | Unchecked)[];
  /** Not reached before the run was told to stop. */
  left: number;
}

/**
 * Recounts some days of each organization from its rooms and logs, and compares them with what is stored. It reads one snapshot of each
 * organization, takes no lock and writes nothing.
 * @throws {WrongUsage} when there is no such organization
 * @throws {DatabaseAway}
 */
export async function runDrift(options: DriftOptions, { owner, tell, signal }: DriftSetting): Promise<DriftResult> {
  const found = await owner.query<{ id: string }>(ORGANIZATIONS, [options.organizationId, null]);
  if (options.organizationId !== null && found.length === 0) {
    throw new WrongUsage(`Could not check: there is no organization ${options.organizationId}. Check the id.`);
  }
  const seed = options.seed ?? randomInt(2 ** 31);
  const organizations: DriftResult['organizations'] = [];
  for (const { id } of found) {
    if (signal.aborted) break;
    const organization = await check(owner, id, options.days, seed);
    organizations.push(organization);
    tell(organization);
  }
  return { seed, organizations, left: found.length - organizations.length };
}

async function check(owner: OwnerDatabase, id: string, days: number | 'all', seed: number): Promise<Checked | Unchecked> {
  try {
    return await checkOrganization(owner, id, days, seed);
  } catch (error) {
    if (error instanceof DatabaseAway) throw error;
    return { id, reason: traceOf(error) };
  }
}

/** One snapshot for everything that is compared, and the promise that nothing is written is the database's. */
const checkOrganization = (owner: OwnerDatabase, id: string, most: number | 'all', seed: number): Promise<Checked> =>
  owner.transaction(async (tx) => {
    await tx.script('set transaction isolation level repeatable read, read only');
    const [organization] = await tx.query<{ as_of: string | null }>('select as_of from organizations where id = $1', [id]);
    const asOf = organization?.as_of ?? null;
    if (asOf === null) return { id, asOf, checked: [], days: 0, pending: [], differences: [] };
    const days = await tx.query<{ day: LocalDate; pending: boolean }>(DAYS, [id, String(seed), HOURS]);
    const pending = days.filter((day) => day.pending).map(({ day }) => day);
    const settled = days.filter((day) => !day.pending).map(({ day }) => day);
    const checked = most === 'all' ? settled : settled.slice(0, most);
    const differences = await tx.query<Difference>(DIFFERENCES, [id, checked, pending, HOURS, ACROSS_CHANNELS]);
    return { id, asOf, checked: checked.toSorted(), days: days.length, pending: pending.toSorted(), differences };
  });
