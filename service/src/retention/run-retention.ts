import { traceOf } from '../command-line.ts';
import type { OwnerDatabase } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { WrongUsage } from '../import/errors.ts';
import type { RetentionOptions } from './options.ts';
import { retainOrganization } from './retain.ts';

const ORGANIZATIONS = sqlFile(import.meta.url, '../organizations-from.sql');

export interface RetentionSetting {
  owner: OwnerDatabase;
  /** Hears of each organization, one sentence. */
  tell: (line: string) => void;
  /** Ends the run after the batch under way. */
  signal: AbortSignal;
  /** What counts as now. */
  now?: string;
}

export interface RetentionResult {
  organizations: number;
  deleted: number;
  failed: string[];
  /** Told to stop before the end. */
  stopped: boolean;
}

/**
 * Deletes old chats of one organization after the other. One that fails is told, and the others go on.
 * @throws {WrongUsage} when there is no such organization
 * @throws {DatabaseAway} when the database is gone, which the others would find as well
 */
export async function runRetention({ months, organizationId }: RetentionOptions, setting: RetentionSetting): Promise<RetentionResult> {
  const { owner, tell, signal, now = new Date().toISOString() } = setting;
  const found = await owner.query<{ id: string }>(ORGANIZATIONS, [organizationId, null]);
  if (organizationId !== null && found.length === 0) {
    throw new WrongUsage(`Could not delete anything: there is no organization ${organizationId}. Check the id.`);
  }
  const result: RetentionResult = { organizations: 0, deleted: 0, failed: [], stopped: false };
  for (const { id } of found) {
    if (signal.aborted) return { ...result, stopped: true };
    try {
      const onBatch = (deleted: number): void => tell(`Organization ${id}: ${deleted.toLocaleString('en-US')} rooms deleted so far.`);
      const retained = await retainOrganization(owner, id, { months, now, signal, onBatch });
      tell(`Organization ${id}: ${sentenceOf(retained)}`);
      result.organizations++;
      if (typeof retained === 'string') continue;
      result.deleted += retained.deleted;
      if (!retained.finished) return { ...result, stopped: true };
    } catch (error) {
      result.failed.push(id);
      tell(`Organization ${id}: failed, and goes on with the same command.\n${traceOf(error)}`);
      // When the database is gone there is no use in trying the others.
      await owner.query('select 1');
    }
  }
  return result;
}

function sentenceOf(retained: Awaited<ReturnType<typeof retainOrganization>>): string {
  if (retained === 'never_counted') return 'nothing was ever counted, so nothing is deleted.';
  if (retained === 'incoming') return 'rows are coming in, so nothing is deleted before they are counted. Run the command again then.';
  const { deleted, kept_from, finished } = retained;
  return `${deleted.toLocaleString('en-US')} rooms deleted${finished ? '' : ', then stopped'}; chats are kept from ${kept_from}.`;
}
