import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';

const BACKLOG = sqlFile(import.meta.url, './backlog.sql');

/** Whoever watches must hear something while the database is slow; a scrape usually gives up after ten seconds. */
const PATIENCE_MS = 2_000;

export interface Backlog {
  changed_chats: number;
  organizations_waiting: number;
  /** null: no organization has data. */
  newest_age_seconds: number | null;
}

/** Asks how far the reports are behind. The answer is null while the database does not say so soon; it is never asked twice at once. */
export function backlogOf(database: Pick<Database, 'owner'>): () => Promise<Backlog | null> {
  let asked: Promise<Backlog | null> | null = null;
  const ask = async (): Promise<Backlog | null> => {
    try {
      const [backlog] = await database.owner.query<Backlog>(BACKLOG);
      return backlog!;
    } catch {
      return null;
    } finally {
      asked = null;
    }
  };
  return () => Promise.race([(asked ??= ask()), pause(PATIENCE_MS, null, { ref: false })]);
}
