import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../src/db/database.ts';
import { DatabaseUnusable } from '../src/db/errors.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { eachDatabase, newServerDatabase } from './databases.ts';

eachDatabase('migrations', (open) => {
  let database: Database;
  let folder: string;
  const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql);
  before(async () => {
    database = await open.fresh();
    folder = mkdtempSync(join(tmpdir(), 'impact-migrations-'));
    write('0001_a.sql', '-- two statements\ncreate table a (n int);\ninsert into a values (1);\n');
    write('README.md', 'not a migration');
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  test('are applied in order, and once', async () => {
    assert.deepEqual(await migrate(database.owner, folder), ['0001_a.sql']);
    write('0002_b.sql', 'alter table a add column m int');
    assert.deepEqual(await migrate(database.owner, folder), ['0002_b.sql']);
    assert.deepEqual(await migrate(database.owner, folder), []);
    assert.deepEqual(await database.owner.query('select * from a'), [{ n: 1, m: null }]);
  });

  test('may end their lines in another way', async () => {
    write('0001_a.sql', '-- two statements\r\ncreate table a (n int);\r\ninsert into a values (1);\r\n');
    assert.deepEqual(await migrate(database.owner, folder), []);
  });

  test('that fail leave nothing behind', async () => {
    write('0003_c.sql', 'create table c (n int); insert into c values (1/0);');
    await assert.rejects(migrate(database.owner, folder), /^DatabaseUnusable: Could not apply migration 0003_c\.sql: division by zero\.$/);
    assert.deepEqual(await database.owner.query(`select to_regclass('c') is null as gone`), [{ gone: true }]);
    rmSync(join(folder, '0003_c.sql'));
  });

  test('that were changed afterwards are refused', async () => {
    write('0001_a.sql', 'create table a (n bigint);');
    await assert.rejects(migrate(database.owner, folder), /^DatabaseUnusable: Could not migrate: 0001_a\.sql was changed/);
  });

  test('of a newer version are refused', async () => {
    rmSync(join(folder, '0001_a.sql'));
    await assert.rejects(migrate(database.owner, folder), DatabaseUnusable);
    await assert.rejects(migrate(database.owner, folder), /0001_a\.sql, which this version does not know\. Run the newer version\./);
  });
});

describe('migrations of two instances that start at once', () => {
  test('are applied once', async () => {
    const databaseUrl = await newServerDatabase();
    const instances = await Promise.all([openDatabase({ databaseUrl }), openDatabase({ databaseUrl })]);
    const applied = await Promise.all(instances.map(({ owner }) => migrate(owner)));
    assert.equal(applied.flat().length, new Set(applied.flat()).size);
    assert.deepEqual(await migrate(instances[0]!.owner), []);
    await Promise.all(instances.map((instance) => instance.close()));
  });
});

describe('migrations of a database that is in use', () => {
  const PATIENCE = { lockMs: 50, pauseMs: 50, tries: 3 };
  let database: Database;
  let folder: string;
  before(async () => {
    database = await openDatabase({ databaseUrl: await newServerDatabase() });
    folder = mkdtempSync(join(tmpdir(), 'impact-migrations-'));
    writeFileSync(join(folder, '0001_a.sql'), 'create table a (n int);');
    await migrate(database.owner, folder);
    writeFileSync(join(folder, '0002_b.sql'), 'create table b (n int); alter table a add column m int;');
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  /** Reads the table and stays in the transaction, as a long report does, until the work is done. */
  const whileRead = (work: () => Promise<void>): Promise<void> =>
    database.owner.transaction(async (tx) => {
      await tx.query('select from a');
      await work();
    });

  test('wait briefly for a table, let others pass, and give up with nothing done', { timeout: 20_000 }, async () => {
    await whileRead(async () => {
      let migrating = true;
      let read = 0;
      const reading = async (): Promise<void> => {
        for (; migrating; read++) await database.owner.query('select from a');
      };
      const given = assert
        .rejects(migrate(database.owner, folder, PATIENCE), {
          name: 'DatabaseUnusable',
          message: `Could not apply migration 0002_b.sql: in 3 tries of 0.05 s others held a table that it changes. Nothing of it was done. Look for long transactions in pg_stat_activity, then start again.`,
        })
        .finally(() => (migrating = false));
      await Promise.all([given, reading()]);
      assert.ok(read > PATIENCE.tries, `${read} readers passed`);
    });
    assert.deepEqual(await database.owner.query(`select to_regclass('b') is null as gone, (select count(*)::int from schema_migrations) as recorded`), [
      { gone: true, recorded: 1 },
    ]);
  });

  test('are applied as soon as the table is free', async () => {
    let free = (): void => {};
    const reader = whileRead(() => new Promise((resolve) => (free = resolve)));
    const migrated = migrate(database.owner, folder, { ...PATIENCE, tries: 1000 });
    const waits = `select from pg_locks where locktype = 'relation' and not granted and database = (select oid from pg_database where datname = current_database())`;
    while ((await database.owner.query(waits)).length === 0);
    free();
    assert.deepEqual(await migrated, ['0002_b.sql']);
    await reader;
  });
});
