import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import pg from 'pg';
import type { Database, Queryable } from '../src/db/database.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after, chat, HOUR, newOrganization, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';

const TABLES = [
  'organizations',
  'rooms',
  'ai_activity_logs',
  'changed_episodes',
  'episode_outcomes',
  'daily_counts',
  'trend_counts',
  'imports',
  'episodes',
  'schema_migrations',
  'cost_assumptions',
  'working_hours',
  'working_shifts',
  'holidays',
  'return_rulings',
  'setting_changes',
  'forecasts',
  'baselines',
  'report_views',
  'renewals',
  'period_revisions',
  'recounts',
];
const READABLE = TABLES.filter(
  (name) => !['rooms', 'ai_activity_logs', 'changed_episodes', 'imports', 'episodes', 'schema_migrations', 'report_views', 'renewals'].includes(name),
);

/** One row of each table that counting does not fill. */
const ROWS = [
  `cost_assumptions (organization_id, version, changed_by, changed_at) values ($1, 1, 'user', now())`,
  `working_hours (organization_id, effective_from, changed_by, changed_at) values ($1, '2026-01-01', 'user', now())`,
  `working_shifts (organization_id, effective_from, day_number, opens, closes) values ($1, '2026-01-01', 1, 480, 1020)`,
  `holidays (organization_id, effective_from, day, name) values ($1, '2026-01-01', '2026-08-17', 'Hari Kemerdekaan')`,
  `return_rulings (organization_id, id, returned_in, ruled_by, ruled_at) values ($1, 'a', 'b', 'user', now())`,
  `setting_changes (organization_id, seq, kind, changed_by, changed_at) values ($1, 1, 'cost_assumption', 'user', now())`,
  `forecasts (organization_id, unit, from_day, to_day, point, low, high, expected_n, periods_used, method, as_of)
   values ($1, 'week', '2026-10-05', '2026-10-11', 0.6, 0.5, 0.7, 100, 8, 'test', now())`,
  `baselines (organization_id, definition, weeks) values ($1, 1, '[]')`,
  `report_views (organization_id, month, role, work_absorbed) values ($1, '2026-10-01', 'admin', true)`,
  'recounts (organization_id) values ($1)',
  `renewals (organization_id, due_on, outcome) values ($1, '2026-10-01', 'renewed')`,
  `period_revisions values ($1, 'all', '', 'month', '2026-09-01', '2026-09-30', 1, 1, 0, 0, 0, 1, 0, 0, 0, now())`,
];

eachDatabase('isolation', (open) => {
  let database: Database;
  let own: string;
  let other: string;
  before(async () => {
    database = await open();
    [own, other] = [await newOrganization(database), await newOrganization(database)];
    for (const organization of [own, other]) {
      await putChats(database.owner, organization, [chat('e')]);
      await refreshOrganization(database.owner, organization, { asOf: after(100 * HOUR) });
      await putChats(database.owner, organization, [chat('changed')]);
      await database.owner.query(`insert into imports (organization_id, file_hash, kind) values ($1, 'hash', 'rooms')`, [organization]);
      for (const row of ROWS) await database.owner.query(`insert into ${row}`, [organization]);
    }
  });

  const key = (table: string): string => (table === 'organizations' ? 'id' : 'organization_id');

  for (const table of READABLE) {
    test(`a request reads ${table} of its own organization, and of no other`, async () => {
      const count = `select count(*)::int as n from ${table}`;
      const seen = (organization: string, where = '', values: string[] = []): Promise<{ n: number }[]> =>
        database.request.asOrganization(organization, (tx) => tx.query(count + where, values));
      const [all] = await seen(own);
      assert.ok(all!.n > 0);
      assert.deepEqual(await seen(own, ` where ${key(table)} = $1`, [own]), [all]);
      assert.deepEqual(await seen(own, ` where ${key(table)} = $1`, [other]), [{ n: 0 }]);
      assert.deepEqual(await seen('00000000-0000-0000-0000-000000000000'), [{ n: 0 }]);
      for (const unset of ['', `' or true --`]) {
        await assert.rejects(
          database.request.asOrganization(own, (tx) => leave(tx, unset, count)),
          /saw 0|invalid input syntax for type uuid/,
        );
      }
    });
  }

  /** Names another organization inside the transaction, or none, and tells by an error what it sees then. */
  async function leave(tx: Queryable, organization: string, count: string): Promise<never> {
    await tx.query(`set local app.organization_id to ${pg.escapeLiteral(organization)}`);
    throw new Error(`saw ${(await tx.query<{ n: number }>(count))[0]?.n}`);
  }

  for (const table of TABLES.filter((name) => !READABLE.includes(name))) {
    test(`a request may not even ask for ${table}`, async () => {
      await assert.rejects(
        database.request.asOrganization(own, (tx) => tx.query(`select * from ${table}`)),
        /permission denied/,
      );
    });
  }

  for (const table of TABLES) {
    test(`${table} would show one organization only, if somebody let requests read it`, async () => {
      const isOpen = READABLE.includes(table);
      const organization = table === 'schema_migrations' ? 'name' : `${key(table)}::text`;
      // the view is read with the rights of whoever asks
      const opened = table === 'episodes' ? 'episodes, rooms, ai_activity_logs' : table;
      if (!isOpen) await database.owner.query(`grant select on ${opened} to impact_app`);
      try {
        await database.request.asOrganization(own, async (tx) => {
          const rows = await tx.query<{ organization: string }>(`select ${organization} as organization from ${table}`);
          assert.deepEqual([...new Set(rows.map((row) => row.organization))], table === 'schema_migrations' ? [] : [own]);
          await tx.query(`set local app.organization_id to ''`);
          assert.deepEqual(await tx.query(`select * from ${table}`), []);
        });
      } finally {
        if (!isOpen) await database.owner.query(`revoke select on ${opened} from impact_app`);
      }
    });
  }

  test('a request cannot write', async () => {
    const [mode] = await database.request.asOrganization(own, (tx) => tx.query(`select current_setting('transaction_read_only') as read_only`));
    assert.deepEqual(mode, { read_only: 'on' }, 'not even with the right to');
    for (const statement of [`update organizations set name = 'x'`, 'delete from daily_counts', 'create table t (n int)']) {
      await assert.rejects(
        database.request.asOrganization(own, (tx) => tx.query(statement)),
        /permission denied|read-only transaction/,
      );
    }
  });

  test('a request that changes something cannot write to any table either, and calls the definite functions only', async () => {
    const change = (statement: string): Promise<unknown> => database.request.changeAsOrganization(own, (tx) => tx.query(statement));
    for (const table of TABLES.filter((name) => name !== 'episodes')) {
      for (const statement of [`delete from ${table}`, `insert into ${table} default values`, `truncate ${table}`]) {
        await assert.rejects(change(statement), /permission denied/, statement);
      }
    }
    for (const statement of [
      `update organizations set name = 'x'`,
      'create table t (n int)',
      'select lock_own_organization()',
      `select record_setting_change('${other}', 'cost_assumption', null, 'x', null, null)`,
      `select schedule_from('${other}', '2026-01-01')`,
    ]) {
      await assert.rejects(change(statement), /permission denied/, statement);
    }
    await assert.rejects(
      database.request.asOrganization(own, (tx) => tx.query(`select rule_return('e', true, 'x')`)),
      /read-only transaction/,
    );
  });

  test('a change reaches the organization that the transaction names, and none without a name', async () => {
    const versions = () => database.owner.query('select organization_id::text, version from cost_assumptions where organization_id = $1', [other]);
    const before = await versions();
    const call = `select change_cost_assumption(1, 'user', 7, null, null) as version`;
    assert.deepEqual(await database.request.changeAsOrganization(own, (tx) => tx.query(call)), [{ version: 2 }]);
    assert.deepEqual(await versions(), before);
    for (const nobody of ['', '00000000-0000-0000-0000-000000000000']) {
      await assert.rejects(
        database.request.changeAsOrganization(nobody, (tx) => tx.query(call)),
        /names no organization that exists/,
      );
    }
  });

  test('a request takes one statement at a time, and values are never read as SQL', async () => {
    await assert.rejects(
      database.request.asOrganization(own, (tx) => tx.query('select 1; select 2')),
      /multiple commands/,
    );
    const rows = await database.request.asOrganization(own, (tx) => tx.query('select name from organizations where name = $1', [`x' or true --`]));
    assert.deepEqual(rows, []);
  });

  test('requests of two organizations that run at once see their own', async () => {
    const turns = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? own : other));
    const seen = await Promise.all(
      turns.map((organization) =>
        database.request.asOrganization(organization, async (tx) => {
          const [first] = await tx.query<{ id: string }>('select id::text from organizations');
          const [second] = await tx.query<{ id: string }>('select organization_id::text as id from daily_counts limit 1');
          assert.equal(first?.id, second?.id);
          return first?.id;
        }),
      ),
    );
    assert.deepEqual(seen, turns);
  });

  test('a request that fails leaves nothing behind for the next', async () => {
    await assert.rejects(
      database.request.asOrganization(own, (tx) => tx.query('select 1/0')),
      /division by zero/,
    );
    const [row] = await database.request.asOrganization(other, (tx) => tx.query<{ id: string }>('select id::text from organizations'));
    assert.equal(row?.id, other);
    const [owner] = await database.owner.query<{ name: string; organization: string | null }>(
      `select current_user = session_user as same, nullif(current_setting('app.organization_id', true), '') as organization`,
    );
    assert.deepEqual(owner, { same: true, organization: null });
  });
});
