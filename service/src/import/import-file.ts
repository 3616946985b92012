import type { OwnerDatabase } from '../db/database.ts';
import { noteIncoming } from '../refresh/incoming.ts';
import { addNotes, batches, noNotes, type Batch, type Notes } from './batches.ts';
import { advanceImport, beginImport, finishImport, type ImportState } from './bookkeeping.ts';
import type { CheckedSource } from './check-source.ts';
import { ImportStopped } from './errors.ts';
import { canonical } from './instant.ts';
import { plainText } from './plain-text.ts';
import { records } from './records.ts';
import type { RejectsFile } from './rejects-file.ts';
import { ACTIVITY, CLOSES, ROOMS, type RowKind, writeUnderLock } from './row-kind.ts';
import type { ChatKind } from './rows.ts';
import { assertUnchanged, contentOf } from './source.ts';

/** What became of one file. Counts are of the whole file, earlier interrupted runs included; notes are of this run. */
export interface FileResult {
  file: CheckedSource;
  /** `already`: it had been imported as a whole before. */
  outcome: 'imported' | 'already';
  /** Records that earlier, interrupted runs had done. */
  resumedAt: number;
  read: number;
  changed: number;
  rejected: number;
  notes: Notes;
}

export interface ImportFileOptions {
  owner: OwnerDatabase;
  organizationId: string;
  rejects: RejectsFile;
  /** Called after every committed batch. */
  onBatch: (result: FileResult) => void;
  /** Ends the import after the batch that is under way; the same command goes on from there. */
  signal?: AbortSignal | undefined;
}

/** One hour: clocks differ, but what lies further ahead has not happened. It would let chats look settled that customers can still come back after. */
const FUTURE_MS = 60 * 60 * 1000;

/** Imports a checked file from where its last committed batch ended. */
export function importFile(file: CheckedSource<ChatKind>, options: ImportFileOptions): Promise<FileResult> {
  switch (file.source.kind) {
    case 'closes':
      return importRecords(file, CLOSES, options);
    case 'rooms':
      return importRecords(file, ROOMS, options);
    case 'activity':
      return importRecords(file, ACTIVITY, options);
  }
}

async function importRecords<Row>(file: CheckedSource, rowKind: RowKind<Row>, options: ImportFileOptions): Promise<FileResult> {
  const { owner, organizationId, signal } = options;
  const { source, format } = file;
  const state = await beginImport(owner, organizationId, file);
  const result = resultOf(file, state);
  if (state.finished) return result;
  await assertUnchanged(source);
  const horizon = canonical(new Date(Date.now() + FUTURE_MS));
  const text = plainText(contentOf(source), source.name);
  // The next batch is read while the last one is written: two machines, or two processes, work at once.
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const batch of batches(records(text, source.name, source.kind, format), {
      rowReader: rowKind,
      organizationId,
      skip: state.records_done,
      horizon,
    })) {
      await writing;
      if (signal?.aborted) throw new ImportStopped(`Stopped ${source.name} after ${result.read} records. Run the same command again to go on.`);
      writing = writeBatch(batch, rowKind, result, options);
      // its error is met by the next await; until then it must not count as nobody's
      writing.catch(() => {});
    }
  } finally {
    await writing;
  }
  await assertUnchanged(source);
  await finishImport(owner, organizationId, file);
  return result;
}

const resultOf = (file: CheckedSource, state: ImportState): FileResult => ({
  file,
  outcome: state.finished ? 'already' : 'imported',
  resumedAt: state.finished ? 0 : state.records_done,
  read: state.records_done,
  changed: state.rows_changed,
  rejected: state.rows_rejected,
  notes: noNotes(),
});

async function writeBatch<Row>(batch: Batch<Row>, rowKind: RowKind<Row>, result: FileResult, options: ImportFileOptions): Promise<void> {
  const { owner, organizationId, rejects, onBatch } = options;
  const rejected = rejects.textOf(batch.rejects);
  const changed = await owner.transaction(async (tx) => {
    const n = await writeUnderLock(tx, organizationId, rowKind, batch.rows);
    if (n > 0) await noteIncoming(tx, organizationId);
    await advanceImport(tx, organizationId, result.file, {
      from: result.read,
      records: batch.records,
      changed: n,
      rejected: batch.rejects.length,
      rejectsBytes: rejects.length + rejected.length,
      newestEvent: batch.newestEvent,
    });
    await rejects.append(rejected);
    return n;
  });
  result.read += batch.records;
  result.changed += changed;
  result.rejected += batch.rejects.length;
  addNotes(result.notes, batch);
  onBatch(result);
}
