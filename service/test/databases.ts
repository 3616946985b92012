import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Database } from '../src/db/database.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { makeDataFolder, newFolder } from './data-folder.ts';
import { joinNodes, makeDatabase, makeOnCluster, makeOnNodes } from './make-database.ts';
import { startPostgres } from './real-postgres.ts';

const CITUS = process.env['TEST_CITUS_URL'];
/** Whether the server is a Citus cluster: `TEST_CITUS_URL` names the coordinator. */
export const onCitus = Boolean(CITUS);

/** Opens databases of one kind. */
export interface Open {
  /** The migrated database that all tests of the process share: keep to organizations of your own, and don't close it. */
  (): Promise<Database>;
  readonly kind: 'PGlite' | 'PostgreSQL';
  /** An empty database of its own, not migrated; the test closes it. */
  fresh(): Promise<Database>;
}

/** Runs the same tests on PGlite and on a PostgreSQL server; where there is a Citus cluster, on that alone. */
export function eachDatabase(name: string, tests: (open: Open) => void): void {
  for (const open of onCitus ? [openServer] : [openPglite, openServer]) describe(`${name} (${open.kind})`, () => tests(open));
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

async function freshPglite(): Promise<Database> {
  const dataDir = newFolder();
  await makeDataFolder(dataDir);
  return openDatabase({ dataDir });
}
const freshOnServer = async (): Promise<Database> => openPostgres({ databaseUrl: await newServerDatabase() });

const openPglite: Open = Object.assign(
  shared(() => openDatabase({})),
  { kind: 'PGlite' as const, fresh: freshPglite },
);
const openServer: Open = Object.assign(shared(freshOnServer), { kind: 'PostgreSQL' as const, fresh: freshOnServer });

let server: Promise<string> | undefined;

const LASTING = CITUS || process.env['TEST_DATABASE_URL'];

/** The superuser's URL of the server that this process uses: the cluster of `TEST_CITUS_URL`, `TEST_DATABASE_URL`, or one of its own. */
export const serverUrl = (): Promise<string> => (server ??= LASTING ? Promise.resolve(LASTING) : startPostgres().then(({ url }) => url));

/** A new, empty database on the server; gone when the process ends. */
export async function newServerDatabase(): Promise<string> {
  const [home, name] = [await serverUrl(), newName()];
  const { url, homes } = await (CITUS ? makeOnCluster : makeDatabase)(home, name);
  if (LASTING) for (const one of homes) dropAtExit(one, name);
  return url;
}

/** On Citus a database that the other nodes know nothing of, until they are joined to it. */
export async function newLoneDatabase(): Promise<{ url: string; join: () => Promise<void> }> {
  const [home, name] = [await serverUrl(), newName()];
  const { url, homes } = await makeOnNodes(home, name);
  for (const one of homes) dropAtExit(one, name);
  return { url, join: () => joinNodes(home, name) };
}

const newName = (): string => `impact_test_${randomUUID().replaceAll('-', '')}`;

/** A process that ends can wait for another process, but not for a promise. */
function dropAtExit(url: string, name: string): void {
  process.once('exit', () => spawnSync(process.execPath, [fileURLToPath(new URL('drop-database.ts', import.meta.url)), url, name]));
}
