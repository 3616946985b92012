import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OwnerDatabase, OwnerTransaction, Queryable } from './database.ts';
import { distribute } from './distribute.ts';
import { DatabaseAway, databaseError, DatabaseFull, DatabaseUnusable } from './errors.ts';
import { inTurn, PATIENCE, patiently } from './patience.ts';

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));

const RECORD = `
  create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Brings the schema up to date: each file in a transaction of its own, in the order of their numbers. On Citus, tables that are not distributed yet
 * are then distributed.
 * @returns the names of the files that were applied now
 * @throws {DatabaseUnusable} when the database is newer than this code, an applied file was changed, or others hold a table all the time
 */
export async function migrate(owner: OwnerDatabase, folder = FOLDER, patience = PATIENCE): Promise<string[]> {
  const migrations = migrationsIn(folder);
  const applied: string[] = [];
  await owner.transaction(async (tx) => {
    await inTurn(tx);
    await tx.script(RECORD);
    refuseUnfit(migrations, await recorded(tx));
  });
  for (const migration of migrations) {
    if (await patiently(owner, `apply migration ${migration.name}`, patience, (tx) => apply(tx, migration))) applied.push(migration.name);
  }
  await distribute(owner, patience);
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

async function apply(tx: OwnerTransaction, { name, sql, checksum }: Migration): Promise<boolean> {
  // Looked up again: another start may have applied it meanwhile.
  if ((await recorded(tx)).has(name)) return false;
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

async function recorded(tx: Queryable): Promise<Map<string, string>> {
  const rows = await tx.query<{ name: string; checksum: string }>('select name, checksum from schema_migrations order by name');
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}
