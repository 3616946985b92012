import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Database, migrate, openDatabase } from '@qontak/impact-service';
import { startPostgres } from '../../service/test/real-postgres.ts';

const GB = 2 ** 30;
const SHARED_BUFFERS_GB = Math.max(0.125, Math.min(4, totalmem() / GB / 6));

/** As one would set up a server of this size: commits wait for the disk, as they do where data matter. */
export const SETTINGS = [
  `shared_buffers=${Math.round(SHARED_BUFFERS_GB * 1024)}MB`,
  `effective_cache_size=${Math.round(totalmem() / GB / 2)}GB`,
  'work_mem=64MB',
  'maintenance_work_mem=512MB',
  'max_wal_size=8GB',
  'checkpoint_timeout=15min',
  'random_page_cost=1.1',
  'max_connections=120',
];

export interface Server {
  /** Of a superuser: the benchmark writes checkpoints and lets the server read a file. */
  url: string;
  /** It ends with this process, and its databases with it. */
  isOurs: boolean;
}

/** A database of the benchmark, migrated. */
export interface BenchDatabase extends Pick<Database, 'owner'> {
  url: string;
  /** Ours, and everything in it. */
  drop(): Promise<void>;
}

/** The server that was named, or one of our own. */
export async function openServer(databaseUrl: string | undefined): Promise<Server> {
  return databaseUrl === undefined ? { url: (await startPostgres(SETTINGS)).url, isOurs: true } : { url: databaseUrl, isOurs: false };
}

/** Which server it is, and what it is told that matters most to these figures. */
export async function settingOf({ url }: Server): Promise<Record<string, string>> {
  const database = await openDatabase({ databaseUrl: url });
  const shown = ['shared_buffers', 'work_mem', 'fsync', 'synchronous_commit'];
  const rows = await database.owner.query<{ name: string; value: string }>(
    'select name, current_setting(name) as value from pg_settings where name = any ($1)',
    [shown],
  );
  await database.close();
  return { server: database.name, ...Object.fromEntries(rows.map((row) => [row.name, row.value])) };
}

export async function newDatabase(server: Server): Promise<BenchDatabase> {
  const name = `impact_bench_${randomUUID().slice(0, 8)}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const dropNow = (): void => void spawnSync(process.execPath, [DROP, server.url, name]);
  // On a server that stays, nothing of ours does.
  if (!server.isOurs) process.once('exit', dropNow);
  const database = await openDatabase({ databaseUrl: url.href });
  await migrate(database.owner);
  const drop = async (): Promise<void> => {
    await database.close();
    process.removeListener('exit', dropNow);
    dropNow();
  };
  return { url: url.href, owner: database.owner, drop };
}

const DROP = fileURLToPath(new URL('../../service/test/drop-database.ts', import.meta.url));

async function onServer({ url }: Server, statement: string): Promise<void> {
  const database = await openDatabase({ databaseUrl: url });
  await database.owner.query(statement);
  await database.close();
}

/** Writes out what is still in memory, so that the next measurement does not wait for the pages of the one before. */
export const settle = (database: Pick<Database, 'owner'>): Promise<unknown> => database.owner.query('checkpoint');
