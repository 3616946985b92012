import { resolve } from 'node:path';
import type { OwnerDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { sqlFile } from '../db/sql-file.ts';
import { addNotes, batches, noNotes } from './batches.ts';
import type { CheckedSource } from './check-source.ts';
import { ImportStopped } from './errors.ts';
import type { FileResult } from './import-file.ts';
import type { RenewalOptions } from './options.ts';
import { plainText } from './plain-text.ts';
import { records } from './records.ts';
import { RejectsFile } from './rejects-file.ts';
import { renewalsOf } from './renewal-row.ts';
import type { RenewalRow } from './rows.ts';
import { checkTold, type FilesResult, type ImportSetting } from './run-import.ts';
import { assertUnchanged, contentOf, openSource } from './source.ts';
import { arraysOf } from './write-rows.ts';

const UPSERT = sqlFile(import.meta.url, './upsert-renewals.sql');

/**
 * Imports the renewals of all organizations: a file of the books, small, and about no chat. So nothing is counted anew, and no bookkeeping is
 * needed: the same file again changes nothing.
 */
export async function runRenewals({ path, rejects: named }: RenewalOptions, setting: ImportSetting): Promise<FilesResult> {
  const source = await openSource('renewals', path, setting.folder, setting.stdin);
  const database = await setting.openDatabase().catch(async (error: unknown) => {
    await source.handle.close();
    throw error;
  });
  const name = named ?? (path === '-' ? 'renewals.rejects.csv' : `${path}.rejects.csv`);
  try {
    await migrate(database.owner);
    const file = await checkTold(source, setting);
    const rejects = await RejectsFile.prepare({ name, path: resolve(setting.folder, name) }, 0);
    try {
      return { files: [await importRenewals(database.owner, file, rejects, setting.signal)], rejectsPath: name };
    } finally {
      await rejects.close();
    }
  } finally {
    setting.progress.end();
    await source.handle.close();
    await database.close();
  }
}

async function importRenewals(owner: OwnerDatabase, file: CheckedSource, rejects: RejectsFile, signal: AbortSignal | undefined): Promise<FileResult> {
  const { source, format } = file;
  await assertUnchanged(source);
  const known = new Set((await owner.query<{ id: string }>('select id::text as id from organizations')).map(({ id }) => id));
  const result: FileResult = { file, outcome: 'imported', resumedAt: 0, read: 0, changed: 0, rejected: 0, notes: noNotes() };
  const read = records(plainText(contentOf(source), source.name), source.name, source.kind, format);
  // a row has no moment that could move as_of
  for await (const batch of batches(read, { rowReader: renewalsOf(known), organizationId: '', skip: 0, horizon: '' })) {
    if (signal?.aborted) throw new ImportStopped(`Stopped ${source.name} after ${result.read} records. Run the same command again.`);
    result.changed += await upsert(owner, batch.rows);
    await rejects.append(rejects.textOf(batch.rejects));
    result.read += batch.records;
    result.rejected += batch.rejects.length;
    addNotes(result.notes, batch);
  }
  await assertUnchanged(source);
  return result;
}

async function upsert(owner: OwnerDatabase, rows: readonly RenewalRow[]): Promise<number> {
  const [result] = await owner.query<{ changed: number }>(UPSERT, arraysOf(['organization_id', 'due_on', 'outcome'], rows));
  return result!.changed;
}
