import { traceOf } from '../command-line.ts';
import type { OwnerDatabase } from '../db/database.ts';
import { DatabaseAway, DatabaseFull } from '../db/errors.ts';
import { sqlFile } from '../db/sql-file.ts';
import { WrongUsage } from '../import/errors.ts';
import type { Progress } from '../import/progress.ts';
import { UnknownOrganization } from '../organizations.ts';
import { rebuildOrganization } from '../refresh/refresh.ts';
import type { RebuildOptions } from './options.ts';

const ORGANIZATIONS = sqlFile(import.meta.url, '../organizations-from.sql');

interface RebuildSetting {
  owner: OwnerDatabase;
  progress: Progress;
  /** Ends the run after the organization under way. */
  signal: AbortSignal;
}

export interface Rebuilt {
  counted: number;
  chats: number;
  /** Without any moment to count as of: their first import has not finished. */
  waiting: number;
  /** They have the figures that they had. */
  failed: string[];
  /** Not reached before the run was told to stop. */
  left: number;
  /** The last one that was reached; null: none. */
  last: string | null;
}

/** Somebody who waits for a large organization hears from time to time that it is still at work. */
const STILL_AT_IT_MS = 10_000;

/** Why an organization could not be counted, when somebody can do something about it; anything else shows where it happened. */
const EXPECTED = [DatabaseAway, DatabaseFull, UnknownOrganization];

/**
 * Counts one organization after the other from scratch, each in a transaction of its own. An organization that fails is told, and the others are
 * counted all the same.
 * @throws {WrongUsage} when there is no such organization
 * @throws {DatabaseAway} when the database is gone, which the others would find as well
 */
export async function runRebuild({ organizationId, after }: RebuildOptions, { owner, progress, signal }: RebuildSetting): Promise<Rebuilt> {
  const organizations = await owner.query<{ id: string }>(ORGANIZATIONS, [organizationId, after]);
  if (organizationId !== null && organizations.length === 0) {
    throw new WrongUsage(`Could not rebuild: there is no organization ${organizationId}. Check the id.`);
  }
  const rebuilt: Rebuilt = { counted: 0, chats: 0, waiting: 0, failed: [], left: organizations.length, last: null };
  for (const { id } of organizations) {
    if (signal.aborted) break;
    rebuilt.last = id;
    const place = `${organizations.length - rebuilt.left-- + 1} of ${organizations.length}`;
    const stopTelling = tellAtWork(`Counting organization ${id} (${place})`, progress);
    try {
      const { changed, asOf } = await rebuildOrganization(owner, id);
      if (asOf === null) rebuilt.waiting++;
      else [rebuilt.counted, rebuilt.chats] = [rebuilt.counted + 1, rebuilt.chats + changed];
    } catch (error) {
      rebuilt.failed.push(id);
      progress.say(`Could not count organization ${id}, which keeps the figures it had. ${sentenceOf(error)}`);
      // When the database is gone there is no use in trying the others.
      await owner.query('select 1');
    } finally {
      stopTelling();
    }
  }
  progress.end();
  return rebuilt;
}

/** @returns ends it */
function tellAtWork(what: string, progress: Progress): () => void {
  const start = performance.now();
  progress.tell(() => what);
  const timer = setInterval(() => progress.show(`${what}, ${Math.round((performance.now() - start) / 1000)} s`), STILL_AT_IT_MS);
  return () => clearInterval(timer);
}

function sentenceOf(error: unknown): string {
  if (error instanceof Error && EXPECTED.some((type) => error instanceof type)) return error.message;
  return `It is a fault of this program or of its database:\n${traceOf(error)}`;
}
