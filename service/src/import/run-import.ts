import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { migrate } from '../db/migrate.ts';
import type { Database } from '../db/database.ts';
import { createOrganization } from '../organizations.ts';
import { findImport } from './bookkeeping.ts';
import { checkSource, type CheckedSource } from './check-source.ts';
import { ImportStopped, WrongUsage } from './errors.ts';
import { importFile, type FileResult } from './import-file.ts';
import type { ImportOptions } from './options.ts';
import type { Progress } from './progress.ts';
import { refreshAfterImport, type RefreshResult } from './refresh-after.ts';
import { RejectsFile } from './rejects-file.ts';
import type { ChatKind, Kind } from './rows.ts';
import { openSource, type Source } from './source.ts';
import { type ReusedRooms, reusedRooms, reuseRooms } from './reused-rooms.ts';
import { absentColumns } from './summary.ts';

/** Where an import reads and what it reports to. */
export interface ImportSetting {
  /** Opens the database; called when the files can be opened. */
  openDatabase: () => Promise<Database>;
  stdin: Readable;
  progress: Progress;
  /** Relative paths start here. */
  folder: string;
  signal?: AbortSignal | undefined;
}

/** What became of the files. */
export interface FilesResult {
  files: FileResult[];
  rejectsPath: string;
}

export interface ImportResult extends FilesResult {
  /** Null: a room is one chat. */
  reused: ReusedRooms | null;
  refresh: RefreshResult;
}

/** The whole command: check every file, then import them one after the other, then count the reports anew. */
export async function runImport(options: ImportOptions, setting: ImportSetting): Promise<ImportResult> {
  const sources: Source<ChatKind>[] = [];
  let database: Database | undefined;
  try {
    for (const { kind, path } of options.files) sources.push(await openSource(kind, path, setting.folder, setting.stdin));
    database = await setting.openDatabase();
    await migrate(database.owner);
    await assertOrganization(database, options, setting.progress);
    const files: CheckedSource<ChatKind>[] = [];
    for (const source of sources) files.push(await checkTold(source, setting));
    if (options.create) await createOrganization(database.owner, { id: options.organizationId, source: 'live', ...options.create });
    if (files.some(({ source }) => source.kind === 'closes')) await reuseRooms(database.owner, options.organizationId);
    return await importAll(database, files, options, setting);
  } finally {
    setting.progress.end();
    for (const { handle } of sources) await handle.close();
    await database?.close();
  }
}

/** Looked up before the files are checked, which can take minutes. */
async function assertOrganization({ owner }: Database, { organizationId, create }: ImportOptions, progress: Progress): Promise<void> {
  const [organization] = await owner.query<{ source: string }>('select source from organizations where id = $1', [organizationId]);
  if (organization?.source === 'sample') progress.say('This is a sample organization: its pages will say that its chats are simulated.');
  if (organization || create) return;
  throw new WrongUsage(`Could not import: there is no organization ${organizationId}. Check the id, or add --create --name NAME --time-zone ZONE.`);
}

/** Checks a file, and tells how far it is and which columns it lacks. */
export async function checkTold<K extends Kind>(source: Source<K>, { progress, signal }: ImportSetting): Promise<CheckedSource<K>> {
  const checked = await checkSource(source, (n) => {
    if (signal?.aborted) throw new ImportStopped(`Stopped while ${source.name} was checked. Nothing was imported.`);
    progress.tell(() => `Checking ${source.name}: ${n.toLocaleString('en-US')} rows`);
  });
  const absent = absentColumns(checked);
  if (absent) progress.say(absent);
  return checked;
}

async function importAll(
  { owner }: Database,
  files: readonly CheckedSource<ChatKind>[],
  options: ImportOptions,
  setting: ImportSetting,
): Promise<ImportResult> {
  const { organizationId, asOf } = options;
  const { progress, signal } = setting;
  const rejects = await prepareRejects(owner, files, options, setting);
  const results: FileResult[] = [];
  try {
    for (const file of files) results.push(await importFile(file, { owner, organizationId, rejects, signal, onBatch: batchTeller(file, progress) }));
  } finally {
    await rejects.close();
  }
  if (signal?.aborted) throw new ImportStopped('Stopped before the reports were counted. Run the same command again to go on.');
  const refresh = await refreshAfterImport(owner, organizationId, asOf, () => progress.show('Counting the reports'));
  return { files: results, reused: await reusedRooms(owner, organizationId), refresh, rejectsPath: rejects.name };
}

/** The first batch is told at once: from then on a kill loses nothing of it. */
function batchTeller({ source, records }: CheckedSource, progress: Progress): (result: FileResult) => void {
  const start = performance.now();
  let told = false;
  return ({ read, resumedAt, rejected }) => {
    const text = (): string => {
      const perSecond = Math.round((1000 * (read - resumedAt)) / Math.max(1, performance.now() - start));
      const percent = Math.floor((100 * read) / Math.max(1, records));
      return `Importing ${source.name}: ${read.toLocaleString('en-US')} rows (${percent} %), ${rejected.toLocaleString('en-US')} rejected, ${perSecond.toLocaleString('en-US')} rows/s`;
    };
    if (told) progress.tell(text);
    else progress.show(text());
    told = true;
  };
}

/** One file for the run. Nothing is touched when every file is imported already. */
async function prepareRejects(
  owner: Database['owner'],
  files: readonly CheckedSource[],
  { organizationId, rejects, files: [first] }: ImportOptions,
  { folder, progress }: ImportSetting,
): Promise<RejectsFile> {
  const named = rejects ?? `${first === undefined || first.path === '-' ? (first?.kind ?? 'rows') : first.path}.rejects.csv`;
  const place = { name: named, path: resolve(folder, named) };
  const states = await Promise.all(files.map((file) => findImport(owner, organizationId, file)));
  const committed = Math.max(0, ...states.map((state) => state?.rejects_bytes ?? 0));
  if (states.every((state) => state?.finished)) return RejectsFile.untouched(place, committed);
  const file = await RejectsFile.prepare(place, committed);
  if (file.lost) progress.say(`${named} does not hold the rejected rows of an earlier run; it will hold those from here on.`);
  return file;
}
