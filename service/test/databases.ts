import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Database } from '../src/db/database.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { startPostgres } from './real-postgres.ts';

/** Opens databases of one kind. */
export interface Open {
  /** The migrated database that all tests of the process share: keep to organizations of your own, and don't close it. */
  (): Promise<Database>;
  readonly kind: 'PGlite' | 'PostgreSQL';
  /** An empty database of its own, not migrated; the test closes it. Costs seconds on PGlite. */
  fresh(): Promise<Database>;
}

/** Runs the same tests on PGlite and on a PostgreSQL server. */
export function eachDatabase(name: string, tests: (open: Open) => void): void {
  for (const open of [openPglite, openServer]) describe(`${name} (${open.kind})`, () => tests(open));
}

const shared = (fresh: () => Promise<Database>): (() => Promise<Database>) => {
  let database: Promise<Database> | undefined;
  const prepare = async (): Promise<Database> => {
    const opened = await fresh();
    await migrate(opened.owner);
    return opened;
  };
  return () => (database ??= prepare());
};

const freshPglite = (): Promise<Database> => openDatabase({});
const freshOnServer = async (): Promise<Database> => openPostgres({ databaseUrl: await newServerDatabase() });

const openPglite: Open = Object.assign(shared(freshPglite), { kind: 'PGlite' as const, fresh: freshPglite });
const openServer: Open = Object.assign(shared(freshOnServer), { kind: 'PostgreSQL' as const, fresh: freshOnServer });

let server: Promise<string> | undefined;

/** The superuser's URL of the server that this process uses: `TEST_DATABASE_URL`, or one of its own. */
export const serverUrl = (): Promise<string> =>
  (server ??= process.env['TEST_DATABASE_URL'] ? Promise.resolve(process.env['TEST_DATABASE_URL']) : startPostgres().then(({ url }) => url));

/** A new, empty database on the server; gone when the process ends. */
export async function newServerDatabase(): Promise<string> {
  const url = new URL(await serverUrl());
  const name = `impact_test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  if (process.env['TEST_DATABASE_URL']) dropAtExit(url.href, name);
  url.pathname = `/${name}`;
  return url.href;
}

/** A process that ends can wait for another process, but not for a promise. */
function dropAtExit(url: string, name: string): void {
  process.once('exit', () => spawnSync(process.execPath, [fileURLToPath(new URL('drop-database.ts', import.meta.url)), url, name]));
}
