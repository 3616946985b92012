// Points f and g: importing a file, beside what PostgreSQL itself takes to read it.
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createOrganization, type OwnerDatabase, type RoomRow } from '@qontak/impact-service';
import { sqlFile } from '../../service/src/db/sql-file.ts';
import { ROOM_COLUMNS } from '../../service/src/import/row-kind.ts';
import type { Figure } from '../figure.ts';
import { Part } from '../part.ts';
import { median } from '../statistics.ts';
import { backendsPeak, NO_PROC } from './memory.ts';
import { newDatabase, type Server, settle } from './postgres.ts';
import type { Served } from './served.ts';
import { TIME_ZONE } from './shop.ts';
import type { Imported, Working } from './work.ts';

const ROOMS_AFTER = sqlFile(import.meta.url, './rooms-after.sql');
const PAGE = 10_000;
const ORGANIZATION_ID = '00000000-0000-4000-8000-000000000001';

export interface ImportRun extends Imported {
  rows: number;
  /** Seconds of PostgreSQL's own COPY; null: the server cannot read the file. */
  bareSeconds: number | null;
  indexedSeconds: number | null;
  backendsPeak: number | null;
  /** Of a process that has only opened the database, in MB. */
  idle: number;
}

/** Imports the same file into new databases, each time after COPY has read it. */
export async function measureImports(server: Server, source: Served, rows: number, times: number): Promise<ImportRun[]> {
  const folder = mkdtempSync(join(tmpdir(), 'impact-bench-'));
  // The server reads it as another user.
  chmodSync(folder, 0o755);
  try {
    const file = join(folder, 'rooms.csv');
    await pipeline(Readable.from(csv(source, rows)), createWriteStream(file));
    const runs: ImportRun[] = [];
    for (let i = 0; i < times; i++) runs.push({ rows, ...(await importOnce(server, file)) });
    return runs;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every cell is plain: no comma, no quote. */
async function* csv({ database, shop }: Served, rows: number): AsyncGenerator<string> {
  yield `${ROOM_COLUMNS.join(',')}\n`;
  let after = '';
  for (let done = 0; done < rows; done += PAGE) {
    const page = await database.owner.query<RoomRow>(ROOMS_AFTER, [shop.organizationId, after, Math.min(PAGE, rows - done)]);
    yield page.map((row) => `${ROOM_COLUMNS.map((column) => String(row[column] ?? '')).join(',')}\n`).join('');
    after = page.at(-1)!.id;
  }
}

async function importOnce(server: Server, file: string): Promise<Omit<ImportRun, 'rows'>> {
  const database = await newDatabase(server);
  const place = { url: database.url, organizationId: ORGANIZATION_ID };
  await createOrganization(database.owner, { id: ORGANIZATION_ID, name: 'Toko', timeZone: TIME_ZONE, aiActivatedOn: null, source: 'live' });
  const bareSeconds = await copy(database.owner, 'copied_bare', 'create table copied_bare as table rooms with no data', file);
  const indexedSeconds = await copy(database.owner, 'copied_indexed', 'create table copied_indexed (like rooms including all)', file);
  await settle(database);
  const work = new Part<Working>(new URL('./work.ts', import.meta.url));
  const idle = await work.ask('idle', place);
  const { result, peak } = await backendsPeak(database.owner, () => work.ask('import', { ...place, file }));
  await work.stop();
  await database.drop();
  return { ...result, bareSeconds, indexedSeconds, backendsPeak: peak, idle };
}

/** The names and the path are ours, so they may stand in the statement, which takes no parameters. */
async function copy(owner: OwnerDatabase, table: string, create: string, file: string): Promise<number | null> {
  await owner.query(create);
  await owner.query(`alter table ${table} alter organization_id set default '${ORGANIZATION_ID}'`);
  await settle({ owner });
  const start = performance.now();
  try {
    await owner.query(`copy ${table} (${ROOM_COLUMNS.join(', ')}) from '${file}' with (format csv, header true)`);
  } catch (error) {
    // "undefined file": the server has another disk than this process
    if ((error as { code?: string }).code === '58P01') return null;
    throw error;
  }
  return (performance.now() - start) / 1000;
}

export function importFigures(runs: readonly ImportRun[]): Figure[] {
  const { rows } = runs[0]!;
  const typical = (seconds: (run: ImportRun) => number | null): number | null => {
    const known = runs.flatMap((run) => seconds(run) ?? []);
    return known.length === 0 ? null : median(known);
  };
  const imported = typical((run) => run.seconds);
  const [bare, indexed] = [typical((run) => run.bareSeconds), typical((run) => run.indexedSeconds)];
  const perSecond = (name: string, seconds: number | null): Figure => ({ point: 'f', name, value: seconds && rows / seconds, unit: 'rows/s', note: NO_FILE });
  const against = (name: string, seconds: number | null): Figure => ({ point: 'f', name, value: seconds && imported! / seconds, unit: 'x', note: NO_FILE });
  return [
    perSecond('npm run import: file checked and written', imported),
    perSecond(
      'npm run import: written',
      typical((run) => run.writingSeconds),
    ),
    perSecond('bare COPY, no index', bare),
    perSecond('bare COPY, the same indexes', indexed),
    against('import against COPY, no index', bare),
    against('import against COPY, the same indexes', indexed),
  ];
}

const NO_FILE = 'The server cannot read the files of this machine.';

export function importMemory(runs: readonly ImportRun[]): Figure[] {
  const rows = runs[0]!.rows.toLocaleString('en-US');
  const peaks = runs.flatMap((run) => run.backendsPeak ?? []);
  return [
    { point: 'g', name: 'Node with the database open and nothing to do', value: median(runs.map((run) => run.idle)), unit: 'MB' },
    { point: 'g', name: `import of ${rows} rows, peak of Node`, value: Math.max(...runs.map((run) => run.peak)), unit: 'MB' },
    {
      point: 'g',
      name: `import of ${rows} rows, peak of PostgreSQL beside shared buffers`,
      value: peaks.length === 0 ? null : Math.max(...peaks),
      unit: 'MB',
      note: NO_PROC,
    },
  ];
}
