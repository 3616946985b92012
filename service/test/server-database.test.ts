import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import type { Database } from '../src/db/database.ts';
import { DatabaseAway, DatabaseReadOnly, DatabaseUnusable } from '../src/db/errors.ts';
import { migrate } from '../src/db/migrate.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { selfCheck } from '../src/db/self-check.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after as later, chat, HOUR, newOrganization, outcomesOf, putChats } from './chats.ts';
import { newServerDatabase } from './databases.ts';

/** Runs statements as the superuser of the test's server. */
async function asSuperuser(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** An ordinary user to whom the database belongs, as a managed server gives one. */
async function ordinaryOwner(attributes: string): Promise<{ url: string; superuser: string; name: string }> {
  const superuser = await newServerDatabase();
  const url = new URL(superuser);
  const name = `owner_${randomUUID().slice(0, 8)}`;
  await asSuperuser(superuser, `create role ${name} login password 'rahasia' ${attributes}`, `alter database ${url.pathname.slice(1)} owner to ${name}`);
  url.username = name;
  url.password = 'rahasia';
  return { url: url.href, superuser, name };
}

describe('a PostgreSQL server whose owner is an ordinary user', () => {
  test('migrates, counts and serves: the forced policies let the owner work, and nobody else', async () => {
    const { url, superuser, name } = await ordinaryOwner('createrole');
    await asSuperuser(superuser, `do $$ begin if not exists (select from pg_roles where rolname = 'impact_app') then create role impact_app; end if; end $$`);
    await asSuperuser(superuser, `grant impact_app to ${name} with admin option`);
    const database = await openPostgres({ databaseUrl: url });
    await migrate(database.owner);
    await selfCheck(database);
    const organization = await newOrganization(database);
    await putChats(database.owner, organization, [chat('e')]);
    await refreshOrganization(database.owner, organization, { asOf: later(100 * HOUR) });
    assert.deepEqual(await outcomesOf(database.owner, organization), { e: 'stayed_solved' });
    const rows = await database.request.asOrganization(organization, (tx) => tx.query('select id::text from organizations'));
    assert.deepEqual(rows, [{ id: organization }]);
    await database.close();
  });

  test('says what to do when the owner may make no logins, and takes the login that it is given', async () => {
    const { url, superuser } = await ordinaryOwner('');
    await asSuperuser(superuser, `do $$ begin if not exists (select from pg_roles where rolname = 'impact_app') then create role impact_app; end if; end $$`);
    const database = await openPostgres({ databaseUrl: url });
    await migrate(database.owner);
    await assert.rejects(selfCheck(database), (error) => error instanceof DatabaseUnusable && error.message.endsWith('set APP_DATABASE_URL.'));
    await database.close();

    const app = new URL(url);
    app.username = `app_${randomUUID().slice(0, 8)}`;
    await asSuperuser(superuser, `create role ${app.username} login password 'rahasia'`);
    const given = await openPostgres({ databaseUrl: url, appDatabaseUrl: app.href });
    await assert.rejects(selfCheck(given), /may not read reports\. Grant it impact_app\./);
    await asSuperuser(superuser, `grant impact_app to ${app.username}`);
    await selfCheck(given);
    await given.close();
    const asOwner = await openPostgres({ databaseUrl: url, appDatabaseUrl: url });
    await assert.rejects(selfCheck(asOwner), /which owns, or belongs to the owner of, .*rooms/);
    await asOwner.close();
  });
});

describe('a PostgreSQL server', () => {
  let url: string;
  let database: Database;
  before(async () => {
    url = await newServerDatabase();
    database = await openPostgres({ databaseUrl: url, requestConnections: 1 });
    await migrate(database.owner);
  });
  after(() => database.close());

  test('gives every instance the same login for requests', async () => {
    const another = await openPostgres({ databaseUrl: url });
    await Promise.all([selfCheck(database), selfCheck(another), selfCheck(database)]);
    const third = await openPostgres({ databaseUrl: url });
    await selfCheck(third);
    await asSuperuser(url, `select pg_terminate_backend(pid) from pg_stat_activity where usename like 'impact_request_%' and datname = current_database()`);
    // A connection that is cut counts as idle until its end has come in.
    while (database.connections().some(({ pool, idle }) => pool === 'request' && idle > 0)) await new Promise(setImmediate);
    await selfCheck(database);
    await Promise.all([another.close(), third.close()]);
  });

  test('makes its login again when somebody else alters it at the same moment', { timeout: 20_000 }, async () => {
    const other = await openPostgres({ databaseUrl: await newServerDatabase() });
    const [login] = await database.owner.query<{ name: string }>(
      `select usename::text as name from pg_stat_activity where usename like 'impact_request_%' and datname = current_database() limit 1`,
    );
    const starting = await openPostgres({ databaseUrl: url });
    let checked: Promise<void> | undefined;
    await other.owner.transaction(async (tx) => {
      await tx.script(`alter role ${login!.name} valid until 'infinity'`);
      checked = selfCheck(starting);
      const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and query like 'alter role%' and datname = $1`;
      while ((await database.owner.query(waits, [new URL(url).pathname.slice(1)])).length === 0);
    });
    await checked;
    await Promise.all([other.close(), starting.close()]);
  });

  test('names no organization but by a UUID, for the name becomes a part of a statement; the connection goes on', { timeout: 5_000 }, async () => {
    for (const name of [`'; reset role; --`, 'x', `${randomUUID()}'`, `${randomUUID()}\n`])
      await assert.rejects(
        database.request.asOrganization(name, (tx) => tx.query('select 1')),
        TypeError,
      );
  });

  test('never learns the password in a statement', async () => {
    const [row] = await database.owner.query<{ kept: string }>(
      `select rolpassword as kept from pg_authid where rolname = (select usename from pg_stat_activity where usename like 'impact_request_%' and datname = current_database() limit 1)`,
    );
    assert.match(row!.kept, /^SCRAM-SHA-256\$4096:/);
  });

  test('keeps two organizations apart on one connection', async () => {
    const organizations = [await newOrganization(database), await newOrganization(database)];
    const turns = Array.from({ length: 20 }, (_, i) => organizations[i % 2]!);
    const seen = await Promise.all(
      turns.map((organization) =>
        database.request.asOrganization(organization, async (tx) => {
          const rows = await tx.query<{ id: string }>('select id::text from organizations');
          // apart, because behind Citus the rows are on another server
          const [backend] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
          return { ids: rows.map(({ id }) => id), pid: backend!.pid };
        }),
      ),
    );
    assert.deepEqual(
      seen.map(({ ids }) => ids),
      turns.map((id) => [id]),
    );
    assert.equal(new Set(seen.map(({ pid }) => pid)).size, 1);
  });

  test('forgets the organization when the transaction ends', async () => {
    const organization = await newOrganization(database);
    const rows = await database.request.asOrganization(organization, async (tx) => {
      await tx.query('commit');
      return tx.query(`select current_setting('app.organization_id', true) as named, count(*)::int as seen from organizations`);
    });
    assert.deepEqual(rows, [{ named: '', seen: 0 }]);
  });

  test('may cut a connection in the middle of a request, and serves the next', async () => {
    const organization = await newOrganization(database);
    await assert.rejects(
      database.request.asOrganization(organization, async (tx) => {
        const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
        await database.owner.query('select pg_terminate_backend($1::integer)', [row!.pid]);
        await tx.query('select 1');
      }),
      DatabaseAway,
    );
    assert.deepEqual(await database.request.asOrganization(organization, (tx) => tx.query('select 1 as one')), [{ one: 1 }]);
  });

  test('stops a request that takes too long, and says that it may be tried again', async () => {
    const organization = await newOrganization(database);
    await assert.rejects(
      database.request.asOrganization(organization, async (tx) => {
        assert.deepEqual(await tx.query(`select current_setting('statement_timeout') as limit`), [{ limit: '10s' }]);
        await tx.query(`select set_config('statement_timeout', '20', true)`);
        await tx.query('select pg_sleep(5)');
      }),
      DatabaseAway,
    );
  });

  test('does not commit a transaction whose failure was passed over', async () => {
    const work = database.owner.transaction(async (tx) => {
      await tx.query('select 1/0').catch(() => {});
    });
    await assert.rejects(work, /Could not commit/);
  });

  test('that is not there is away; a wrong name or password is a mistake of the setup', async () => {
    await assert.rejects(openPostgres({ databaseUrl: 'postgres://u:p@127.0.0.1:1/d' }), DatabaseAway);
    const wrong = new URL(url);
    wrong.password = 'wrong';
    const nowhere = new URL(url);
    nowhere.pathname = '/nowhere';
    for (const { href } of [wrong, nowhere]) await assert.rejects(openPostgres({ databaseUrl: href }), DatabaseUnusable);
  });
});

describe('a server that was set to only read', () => {
  test('refuses changes, also where the service was there before, and answers what only reads', async () => {
    const databaseUrl = await newServerDatabase();
    const first = await openPostgres({ databaseUrl });
    await migrate(first.owner);
    const organization = await newOrganization(first);
    await first.close();
    await asSuperuser(databaseUrl, `alter database ${new URL(databaseUrl).pathname.slice(1)} set default_transaction_read_only to on`);
    const login = Object.assign(new URL(databaseUrl), { username: `app_${randomUUID().slice(0, 8)}`, password: 'rahasia' });
    await asSuperuser(databaseUrl, 'set default_transaction_read_only to off', `create role ${login.username} login password 'rahasia' in role impact_app`);
    const database = await openPostgres({ databaseUrl, appDatabaseUrl: login.href });
    const changing = database.request.changeAsOrganization(organization, (tx) => tx.query('select record_report_view($1, true, false)', ['admin']));
    await assert.rejects(changing, DatabaseReadOnly);
    await assert.rejects(database.owner.query('delete from report_views'), DatabaseReadOnly);
    const rows = await database.request.asOrganization(organization, (tx) => tx.query('select id::text from organizations'));
    assert.deepEqual(rows, [{ id: organization }]);
    await database.close();
  });
});
