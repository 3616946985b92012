import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Database } from '../src/db/database.ts';
import { eachDatabase } from './databases.ts';

eachDatabase('a database', (open) => {
  let database: Database;
  before(async () => {
    database = await open();
  });

  test('gives the same values, whichever it is', async () => {
    const [row] = await database.owner.query(
      `select 9007199254740991::bigint as n, 1.5::numeric as share, '2026-10-31'::date as day, timestamptz '2026-11-01 03:12:00.000001+00' as moment,
              timestamp '2026-11-01 00:00:00' as local, null::bigint as nothing, array['a', 'b'] as names`,
    );
    assert.deepEqual(row, {
      n: 9007199254740991,
      share: 1.5,
      day: '2026-10-31',
      moment: '2026-11-01T03:12:00.000001Z',
      local: '2026-11-01 00:00:00',
      nothing: null,
      names: ['a', 'b'],
    });
    await assert.rejects(database.owner.query('select 9007199254740993::bigint'), /too large/);
  });

  test('names itself without an address', () => {
    assert.match(database.name, open.kind === 'PGlite' ? /^PGlite in memory$/ : /^PostgreSQL \d+/);
  });

  test('commits what is done, and takes back what fails', async () => {
    await database.owner.query('create table if not exists commits (n int)');
    await database.owner.transaction((tx) => tx.query('insert into commits values (1)'));
    const failing = database.owner.transaction(async (tx) => {
      await tx.query('insert into commits values (2)');
      throw new Error('power cut');
    });
    await assert.rejects(failing, /power cut/);
    assert.deepEqual(await database.owner.query('select n from commits'), [{ n: 1 }]);
    await database.owner.query('drop table commits');
  });

  test('keeps transactions that run at once apart', async () => {
    await database.owner.query('create table if not exists counters (n int)');
    await database.owner.query('insert into counters values (0)');
    const raise = (): Promise<void> =>
      database.owner.transaction(async (tx) => {
        const [row] = await tx.query<{ n: number }>('select n from counters for update');
        await tx.query('update counters set n = $1', [row!.n + 1]);
      });
    await Promise.all(Array.from({ length: 10 }, raise));
    assert.deepEqual(await database.owner.query('select n from counters'), [{ n: 10 }]);
    await database.owner.query('drop table counters');
  });

  test('never waits for itself: PGlite says so, a server has another connection', async () => {
    const nested = database.owner.transaction(() => database.owner.query('select 1 as one'));
    if (open.kind === 'PGlite') await assert.rejects(nested, /PGlite has one session\. Use the query of the transaction\./);
    else assert.deepEqual(await nested, [{ one: 1 }]);
  });
});
