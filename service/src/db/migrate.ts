import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { OwnerDatabase, OwnerTransaction, Queryable } from './database.ts';
import { DatabaseAway, databaseError, DatabaseFull, DatabaseUnusable } from './errors.ts';

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** Two starts at once wait for each other here. */
const LOCK = 7_310_000;

/**
 * Whoever waits for a table lets everybody who comes later wait behind it, even readers. So a migration waits briefly, lets them pass, and tries
 * again: about a minute in all.
 */
interface Patience {
  lockMs: number;
  pauseMs: number;
  tries: number;
}
const PATIENCE: Patience = { lockMs: 2_000, pauseMs: 3_000, tries: 12 };
const LOCK_NOT_AVAILABLE = '55P03';

const RECORD = `
  create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Brings the schema up to date: each file in a transaction of its own, in the order of their numbers.
 * @returns the names of the files that were applied now
 * @throws {DatabaseUnusable} when the database is newer than this code, an applied file was changed, or others hold a table all the time
 */
export async function migrate(owner: OwnerDatabase, folder = FOLDER, patience = PATIENCE): Promise<string[]> {
  const migrations = migrationsIn(folder);
  const applied: string[] = [];
  await owner.transaction(async (tx) => {
    await lock(tx);
    await tx.script(RECORD);
    refuseUnfit(migrations, await recorded(tx));
  });
  for (const migration of migrations) {
    if (await applyPatiently(owner, migration, patience)) applied.push(migration.name);
  }
  return applied;
}

/**
 * For whoever must not write: lets only a database pass that has exactly the migrations of this code.
 * @throws {DatabaseUnusable}
 */
export async function assertMigrated(database: Queryable, folder = FOLDER): Promise<void> {
  const migrations = migrationsIn(folder);
  const [record] = await database.query<{ there: boolean }>(`select to_regclass('schema_migrations') is not null as there`);
  const known = record!.there ? await recorded(database) : new Map<string, string>();
  refuseUnfit(migrations, known);
  const missing = migrations.find(({ name }) => !known.has(name));
  if (missing) throw new DatabaseUnusable(`Could not read the database: it does not have ${missing.name} yet. Start the service of this version first.`);
}

function migrationsIn(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => {
    // A checkout on Windows may end lines differently; that is not a change.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

function refuseUnfit(migrations: readonly Migration[], checksums: ReadonlyMap<string, string>): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of checksums) {
    if (!known.has(name)) throw new DatabaseUnusable(`Could not migrate: the database has ${name}, which this version does not know. Run the newer version.`);
    if (known.get(name) !== checksum) {
      throw new DatabaseUnusable(`Could not migrate: ${name} was changed after the database had applied it. Put it back, and write a new file for the change.`);
    }
  }
}

async function applyPatiently(owner: OwnerDatabase, migration: Migration, patience: Patience): Promise<boolean> {
  const { lockMs, pauseMs, tries } = patience;
  for (let left = tries; left > 0; left--) {
    const applied = await owner.transaction((tx) => apply(tx, migration, lockMs)).catch(heldBack);
    if (applied !== 'held back') return applied;
    if (left > 1) await pause(pauseMs);
  }
  throw new DatabaseUnusable(
    `Could not apply migration ${migration.name}: in ${tries} tries of ${lockMs / 1000} s others held a table that it changes. Nothing of it was done. Look for long transactions in pg_stat_activity, then start again.`,
  );
}

function heldBack(error: unknown): 'held back' {
  if (((error as Error).cause as { code?: string } | undefined)?.code === LOCK_NOT_AVAILABLE) return 'held back';
  throw error;
}

async function apply(tx: OwnerTransaction, { name, sql, checksum }: Migration, lockMs: number): Promise<boolean> {
  await lock(tx);
  // Looked up again under the lock: another start may have applied it meanwhile.
  if ((await recorded(tx)).has(name)) return false;
  // From here on, because another start may take minutes and is waited for.
  await tx.script(`set local lock_timeout to ${lockMs}`);
  try {
    await tx.script(sql);
  } catch (error) {
    const met = databaseError(error);
    if (met instanceof DatabaseAway || met instanceof DatabaseFull) throw met;
    throw new DatabaseUnusable(`Could not apply migration ${name}: ${(error as Error).message}.`, { cause: error });
  }
  await tx.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum]);
  return true;
}

const lock = (tx: OwnerTransaction) => tx.query('select pg_advisory_xact_lock($1)', [LOCK]);

async function recorded(tx: Queryable): Promise<Map<string, string>> {
  const rows = await tx.query<{ name: string; checksum: string }>('select name, checksum from schema_migrations order by name');
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}
