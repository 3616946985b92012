// The service on a streaming replica: it answers reports and refuses changes, until the replica is promoted.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ImpactReport, Problem } from '@qontak/impact-contract';
import { readConfig } from '../src/config.ts';
import type { Database } from '../src/db/database.ts';
import { DatabaseUnusable } from '../src/db/errors.ts';
import { migrate } from '../src/db/migrate.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { type Service, startService } from '../src/service.ts';
import { after as later, chat, HOUR, newOrganization, putChats } from './chats.ts';
import { commandOf } from './command-of.ts';
import { type RealPostgres, startPostgres } from './real-postgres.ts';
import { bearer, SECRET } from './service-under-test.ts';

const COST = { minutes_per_chat: 5, hourly_cost: 30_000, ai_fee_per_month: null, effective_from: null };
const CLOSED = { effective_from: '2026-10-01', shifts: [], holidays: [] };
const REPORT = '/v1/impact-report?from=2026-10-05&to=2026-10-05';

describe('a service whose database is a replica', () => {
  let [primary, replica] = [] as unknown as [RealPostgres, RealPostgres];
  let [onPrimary, onReplica] = [] as unknown as [Service, Service];
  /** The superuser's access to each server. */
  let [tester, follower] = [] as unknown as [Database, Database];
  let owner: Database['owner'];
  let organization: string;
  const log: string[] = [];
  const open = new Set<{ close(): Promise<void> }>();

  const opened = <One extends { close(): Promise<void> }>(one: One): One => {
    open.add(one);
    return one;
  };
  const close = async (one: { close(): Promise<void> }): Promise<void> => {
    if (open.delete(one)) await one.close();
  };
  const start = async (databaseUrl: string): Promise<Service> =>
    opened(
      await startService({
        config: readConfig({ AUTH_SECRET: SECRET, PORT: '0', DATABASE_URL: databaseUrl, NODE_ENV: 'production', RATE_LIMIT_PER_MINUTE: '1000000' }),
        log: { write: (line) => void log.push(line) },
      }),
    );
  const accessTo = async ({ url }: RealPostgres): Promise<Database> => opened(await openPostgres({ databaseUrl: url }));
  /** Counts a shop of so many chats on the primary. */
  async function shop(chats: number): Promise<string> {
    const id = await newOrganization(tester);
    const ids = Array.from({ length: chats }, (_, i) => chat(`e${i}`, { contact_id: `c${i}` }));
    await putChats(owner, id, ids);
    await refreshOrganization(owner, id, { asOf: later(100 * HOUR) });
    return id;
  }
  async function caughtUp(): Promise<void> {
    const [row] = await owner.query<{ at: string }>('select pg_current_wal_lsn()::text as at');
    while ((await follower.owner.query('select where pg_last_wal_replay_lsn() >= $1::pg_lsn', [row!.at])).length === 0) await nextTurn();
  }
  const ask = async (service: Service, path: string, body?: object, organizationId = organization) => {
    const write = body === undefined ? {} : { method: path.endsWith('views') ? 'POST' : 'PUT', body: JSON.stringify(body) };
    const headers = { ...(await bearer({ org_id: organizationId })), 'if-match': '"0"', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    return fetch(service.url + path, { headers, ...write });
  };
  const report = async (service: Service, organizationId = organization): Promise<ImpactReport> =>
    (await (await ask(service, REPORT, undefined, organizationId)).json()) as ImpactReport;
  const journeyOf = async (service: Service): Promise<unknown> => (await report(service)).data.journey;

  before(async () => {
    // What is committed is on its way to the replica.
    primary = await startPostgres(['fsync=off', 'max_connections=60']);
    onPrimary = await start(primary.url);
    tester = await accessTo(primary);
    ({ owner } = tester);
    organization = await shop(3);
    await close(onPrimary);
    // Any statement may be given up at once, so that the test of that need not wait.
    replica = await primary.replicate(['max_standby_streaming_delay=0']);
    onPrimary = await start(primary.url);
    follower = await accessTo(replica);
    onReplica = await start(replica.url);
  });
  after(async () => {
    await Promise.all([...open].map(close));
    primary.stop();
    replica.stop();
  });

  test('says so when it is ready', async () => {
    assert.deepEqual([onPrimary.database, onReplica.database], ['primary', 'replica']);
    const ready = async ({ url }: Service): Promise<unknown> => (await fetch(`${url}/readyz`)).json();
    assert.deepEqual(await ready(onPrimary), { status: 'ready', database: 'primary' });
    assert.deepEqual(await ready(onReplica), { status: 'ready', database: 'replica' });
  });

  test('answers what the primary answers, to each organization its own', async () => {
    const other = await shop(2);
    await caughtUp();
    for (const path of [REPORT, '/v1/impact-report', '/v1/cost-assumption', '/v1/working-hours/history', '/v1/impact-report/revisions?period=2026-10']) {
      for (const id of [organization, other]) {
        const [here, there] = [await ask(onPrimary, path, undefined, id), await ask(onReplica, path, undefined, id)];
        assert.deepEqual([there.status, there.headers.get('etag')], [200, here.headers.get('etag')], path);
        const made = / "generated_at":"[^"]+"|"generated_at":"[^"]+"/;
        assert.equal((await there.text()).replace(made, ''), (await here.text()).replace(made, ''), path);
      }
    }
    assert.equal((await report(onReplica, other)).meta.organization.id, other);
    assert.notDeepEqual((await report(onReplica, other)).data.journey, await journeyOf(onReplica));
  });

  test('behind the primary it shows a whole report of an earlier moment, and says of which', async () => {
    const [before, id] = [await report(onReplica), organization];
    await follower.owner.query('select pg_wal_replay_pause()');
    await putChats(owner, id, [chat('new', { contact_id: 'new', closed_at: later(HOUR) })]);
    await refreshOrganization(owner, id, { asOf: later(101 * HOUR) });
    const [here, there] = [await report(onPrimary), await report(onReplica)];
    assert.ok(there.meta.as_of! < here.meta.as_of!);
    assert.deepEqual([there.meta.as_of, there.data], [before.meta.as_of, before.data]);
    await follower.owner.query('select pg_wal_replay_resume()');
    await caughtUp();
    assert.deepEqual((await report(onReplica)).data, here.data);
  });

  for (const [path, body] of [
    ['/v1/cost-assumption', COST],
    ['/v1/working-hours', CLOSED],
    ['/v1/chats/e0/return-ruling', { different_matter: true }],
    ['/v1/report-views', { net_and_gap: true, work_absorbed: false }],
  ] as const) {
    test(`refuses to change ${path}, and says where to`, async () => {
      const answer = await ask(onReplica, path, body);
      const { error } = (await answer.json()) as Problem;
      assert.deepEqual([answer.status, answer.headers.get('retry-after'), error.code], [503, null, 'read_only']);
      assert.match(error.messages.join(' '), /Send changes to the address of the service on the primary\.$/);
      assert.match(log.findLast((line) => line.includes('"read only"')) ?? '', /"type":"error"/);
      assert.equal((await ask(onReplica, REPORT)).status, 200);
    });
  }

  test('a report that is in the way of what the primary does is asked for again', async () => {
    const held = await openPostgres({ databaseUrl: replica.url });
    const slow = held.request.asOrganization(organization, async (tx) => {
      await tx.query('select from organizations');
      await tx.query('select pg_sleep(60)');
    });
    const refused = assert.rejects(slow, (error: Error) => error.name === 'DatabaseAway' && (error.cause as { code?: string }).code === '40001');
    while ((await follower.owner.query(`select from pg_stat_activity where query = 'select pg_sleep(60)'`)).length === 0) await nextTurn();
    await owner.transaction((tx) => tx.script('lock table organizations in access exclusive mode; select pg_log_standby_snapshot()'));
    await refused;
    assert.deepEqual(await held.request.asOrganization(organization, (tx) => tx.query('select id::text from organizations')), [{ id: organization }]);
    await held.close();
  });

  describe('does not start', () => {
    const migrations = 'select name from schema_migrations order by name desc limit 1';
    const refused = async (sentence: RegExp): Promise<void> => {
      await caughtUp();
      await assert.rejects(start(replica.url), (error) => error instanceof DatabaseUnusable && sentence.test(error.message));
    };

    test('on tables that are older or newer than the program', async () => {
      const [newest] = await owner.query<{ name: string }>(migrations);
      await owner.query('update schema_migrations set name = $2 where name = $1', [newest!.name, '9999_later.sql']);
      await refused(/the database has 9999_later\.sql, which this version does not know\. Run the newer version\.$/);
      await owner.query('create table kept as select * from schema_migrations');
      await owner.query(`delete from schema_migrations where name = '9999_later.sql'`);
      await refused(new RegExp(`does not have ${newest!.name} yet\\. Start the service of this version first\\.$`));
      await owner.query('insert into schema_migrations select $1, checksum, applied_at from kept where name = $2', [newest!.name, '9999_later.sql']);
      await owner.query('drop table kept');
    });

    test('where requests could write or see others', async () => {
      await owner.query('grant insert on rooms to impact_app');
      await refused(/^Could not serve: .* may write to rooms\. Revoke that\.$/);
      await owner.query('revoke insert on rooms from impact_app');
      await owner.query('alter table rooms no force row level security');
      await refused(/^Could not serve: row-level security is not enabled and forced on rooms/);
      await owner.query('alter table rooms force row level security');
      await caughtUp();
      await close(await start(replica.url));
    });

    test('before the primary has made the login of requests', async () => {
      const elsewhere = Object.assign(new URL(replica.url), { pathname: '/lone' }).href;
      await owner.query('create database lone');
      const lone = await openPostgres({ databaseUrl: Object.assign(new URL(primary.url), { pathname: '/lone' }).href });
      await migrate(lone.owner);
      await lone.close();
      await caughtUp();
      await assert.rejects(
        start(elsewhere),
        /^DatabaseUnusable: Could not find the login for requests on the replica\. Start the service on the primary first/,
      );
    });
  });

  test('commands that store something say that they were given the replica', async () => {
    const { code, stderr } = await commandOf('rebuild')({ DATABASE_URL: replica.url });
    assert.deepEqual([code, stderr], [1, 'Could not store: the database only reads, because it is a replica or was set so. Name the primary.\n']);
    assert.equal((await commandOf('drift')({ DATABASE_URL: replica.url }, '--all')).code, 0);
  });

  test('once the replica is promoted it takes changes and counts what was left over, without a restart', { timeout: 60_000 }, async () => {
    // The primary goes before it has counted what came in.
    await close(onPrimary);
    await putChats(owner, organization, [chat('last', { contact_id: 'last', closed_at: later(2 * HOUR) })]);
    const before = await journeyOf(onReplica);
    await caughtUp();
    primary.halt();
    assert.deepEqual(await journeyOf(onReplica), before);
    await follower.owner.query('select pg_promote()');
    while (isDeepStrictEqual(await journeyOf(onReplica), before)) await nextTurn();
    const saved = await ask(onReplica, '/v1/cost-assumption', COST);
    assert.deepEqual([saved.status, saved.headers.get('etag')], [200, '"1"']);
    assert.deepEqual(await (await fetch(`${onReplica.url}/readyz`)).json(), { status: 'ready', database: 'primary' });
  });
});
