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
