import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Database } from '../src/db/database.ts';
import { DatabaseUnusable } from '../src/db/errors.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { countsOf } from './chats.ts';
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

describe('the migration of the daily counts', () => {
  test('keeps every count, in one row a day', async () => {
    const database = await openDatabase({ databaseUrl: await newServerDatabase() });
    const folder = migrationsBefore('0020');
    await migrate(database.owner, folder);
    const organization = randomUUID();
    await database.owner.query(`insert into organizations (id, name, time_zone) values ($1, 'Toko Rina', 'Asia/Jakarta')`, [organization]);
    for (const [dimension, key, day, measure, n] of [
      ['all', '', '2026-10-04', 'still_open', 4],
      ['all', '', '2026-10-05', 'stayed_solved', 7],
      ['all', '', '2026-10-05', 'turns_02', 5],
      ['all', '', '2026-10-05', 'turns_21', 1],
      ['all', '', '2026-10-05', 'hour_00', 2],
      ['all', '', '2026-10-05', 'hour_23', 6],
      ['all', '', '2026-10-05', 'after_hours_23', 3],
      ['topic', 'retur', '2026-11-01', 'came_back', 8],
    ] as const) {
      await database.owner.query('insert into daily_counts values ($1, $2, $3, $4, $5, $6)', [organization, dimension, key, day, measure, n]);
    }
    await migrate(database.owner);
    assert.deepEqual(await countsOf(database.owner, organization), [
      { local_day: '2026-10-04', still_open: 4 },
      { local_day: '2026-10-05', stayed_solved: 7, turns_known: 6 },
    ]);
    assert.deepEqual(await countsOf(database.owner, organization, 'topic'), [{ key: 'retur', local_day: '2026-11-01', came_back: 8 }]);
    const places = (size: number, counts: Record<number, number>): number[] => Array.from({ length: size }, (_, place) => counts[place] ?? 0);
    assert.deepEqual(
      await database.owner.query('select turns, by_hour, after_hours_by_hour from daily_counts where organization_id = $1 and stayed_solved > 0', [
        organization,
      ]),
      [{ turns: places(21, { 1: 5, 20: 1 }), by_hour: places(24, { 0: 2, 23: 6 }), after_hours_by_hour: places(24, { 23: 3 }) }],
    );
    assert.deepEqual(
      await database.owner.query('select unit, from_day, stayed_solved, came_back, judged from trend_counts where organization_id = $1 order by unit', [
        organization,
      ]),
      [
        { unit: 'month', from_day: '2026-10-01', stayed_solved: 7, came_back: 0, judged: 7 },
        { unit: 'week', from_day: '2026-10-05', stayed_solved: 7, came_back: 0, judged: 7 },
      ],
    );
    await database.close();
    rmSync(folder, { recursive: true });
  });
});

/** A folder with the migrations as they were before that one came. */
function migrationsBefore(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'impact-migrations-'));
  const all = fileURLToPath(new URL('../migrations/', import.meta.url));
  for (const file of readdirSync(all)) if (file < name) cpSync(join(all, file), join(folder, file));
  return folder;
}
