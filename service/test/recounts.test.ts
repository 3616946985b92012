import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImpactReport } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import type { Database, OwnerDatabase, OwnerTransaction } from '../src/db/database.ts';
import { DatabaseAway } from '../src/db/errors.ts';
import { Recounts } from '../src/refresh/recounts.ts';
import { countRequested, rebuildOrganization, refreshOrganization, refreshSoon } from '../src/refresh/refresh.ts';
import { requestCount, requestedOf, requestWaiting, waitForTurn } from '../src/refresh/requests.ts';
import { after, chat, derived, HOUR, newOrganization, outcomesOf, putChats } from './chats.ts';
import { eachDatabase, onCitus } from './databases.ts';
import { type Answer, appFor, bearer, get, send } from './service-under-test.ts';

const LATE = after(100 * HOUR);
/** The fewest that a change of working hours does not judge before its answer. */
const MANY = 1_001;
const NEVER = new AbortController().signal;
const CLOSED = { effective_from: '2026-10-01', shifts: [], holidays: [] };
const ALWAYS = {
  effective_from: '2026-10-01',
  shifts: [0, 1, 2, 3, 4, 5, 6].map((day_number) => ({ day_number, start: '00:00', end: '00:00', is_24h: true, cross_midnight: false })),
  holidays: [],
};

const BEING_COUNTED = { status: 'unavailable', reason: 'being_counted' };

/** Rows of outcomes that the transaction has read. */
const READS = `select (seq_tup_read + idx_tup_fetch)::int as reads from pg_stat_xact_user_tables where relname = 'episode_outcomes'`;
interface Reads {
  reads: number;
}

/** Works on the owner's database until every chat is judged; then `meanwhile` comes, and only then the rest. */
function whenJudged(owner: OwnerDatabase, meanwhile: (tx: OwnerTransaction) => Promise<unknown>): OwnerDatabase {
  return {
    ...owner,
    transaction: (work, signal) =>
      owner.transaction(
        (tx) =>
          work({
            ...tx,
            query: async <Row>(sql: string, values?: readonly unknown[]) => {
              const rows = await tx.query<Row>(sql, values);
              if (sql.includes('over by_customer')) await meanwhile(tx);
              return rows;
            },
          }),
        signal,
      ),
  };
}

eachDatabase('recounts', (open) => {
  let database: Database;
  let owner: OwnerDatabase;
  let app: FastifyInstance;
  before(async () => {
    database = await open();
    ({ owner } = database);
    app = await appFor(database);
  });

  /** An organization with so many alike chats, all counted. */
  async function counted(chats = 2): Promise<string> {
    const organization = await newOrganization(database);
    const { channel, contact_id, first_inbound_at, closed_at, closed_reason } = chat('');
    await owner.query(
      `insert into rooms (organization_id, id, contact_id, channel, created_at, first_inbound_at, closed_at, closed_reason, updated_at)
       select $1, n::text, $3 || n, $4, now(), $5, $6, $7, now() from generate_series(1, $2::int) n`,
      [organization, chats, contact_id, channel, first_inbound_at, closed_at, closed_reason],
    );
    await rebuildOrganization(owner, organization, { asOf: LATE });
    return organization;
  }

  const report = async (organization: string): Promise<Answer<ImpactReport>> =>
    get(app, '/v1/impact-report?from=2026-10-05&to=2026-10-05', await bearer({ org_id: organization }));
  async function putHours(organization: string, payload: object, on = app): Promise<Answer<unknown>> {
    const [url, headers] = ['/v1/working-hours', await bearer({ org_id: organization })];
    const { etag } = (await get(app, url, headers)).headers;
    return send(on, { method: 'PUT', url, headers: { ...headers, 'if-match': String(etag) }, payload });
  }
  const afterHoursOf = async (organization: string): Promise<unknown[]> =>
    owner.query('select after_hours, count(*)::int as n from episode_outcomes where organization_id = $1 group by 1', [organization]);
  const requestOf = (organization: string): Promise<unknown[]> =>
    owner.query('select failures, due_at > now() as postponed from recounts where organization_id = $1', [organization]);

  /** What the service does, until nothing of the organization waits any more. */
  async function workOff(...organizations: string[]): Promise<void> {
    const recounts = new Recounts(owner, (error) => assert.fail(String(error)), assert.fail);
    try {
      for (const one of organizations) while ((await requestOf(one)).length > 0) await pause(5);
    } finally {
      await recounts.stop();
    }
  }

  async function assertLikeFromScratch(organization: string): Promise<void> {
    const incremental = await derived(owner, organization);
    await owner.query('delete from episode_outcomes where organization_id = $1', [organization]);
    await rebuildOrganization(owner, organization);
    assert.deepEqual(incremental, await derived(owner, organization));
  }

  test('working hours that concern many chats are answered at once; the report has the old figures, says so, and then has the new ones', async () => {
    const organization = await counted(MANY);
    assert.equal((await putHours(organization, CLOSED)).status, 200);
    const old = await report(organization);
    assert.deepEqual([old.body.meta.recounting, old.body.data.after_hours], [true, BEING_COUNTED]);
    await workOff(organization);
    const now = await report(organization);
    assert.deepEqual([now.body.meta.recounting, now.body.data.after_hours.status], [false, 'ok']);
    assert.notEqual(now.headers['etag'], old.headers['etag']);
    assert.deepEqual(await afterHoursOf(organization), [{ after_hours: true, n: MANY }]);
    await assertLikeFromScratch(organization);
  });

  test('while something else is counted, hours that nobody entered, or only for later days, are asked for all the same', async () => {
    const missing = { status: 'unavailable', reason: 'no_working_hours' };
    const [never, later] = [await counted(), await counted()];
    assert.equal((await putHours(later, { ...CLOSED, effective_from: '2026-10-06' })).status, 200);
    for (const organization of [never, later]) {
      await requestCount(owner, organization, { whole: true });
      const { meta, data } = (await report(organization)).body;
      assert.deepEqual([meta.recounting, data.after_hours], [true, missing]);
    }
    await workOff(never, later);
  });

  test('working hours that concern few chats are in the next report', async () => {
    const organization = await counted();
    await putHours(organization, CLOSED);
    const { meta, data } = (await report(organization)).body;
    assert.deepEqual([meta.recounting, data.after_hours.status], [false, 'ok']);
  });

  // On a cluster the rows are read elsewhere.
  if (!onCitus)
    test('working hours from a day on read no chats of the days before', async () => {
      const organization = await counted(MANY);
      await owner.query('analyze episode_outcomes');
      const read = await owner.transaction(async (tx) => {
        // A table of a few rows would be read from its start.
        await tx.query(`select set_config('enable_seqscan', 'off', true), set_config('app.organization_id', $1, true)`, [organization]);
        const [before] = await tx.query<Reads>(READS);
        await tx.query(`select change_working_hours(0, 'u', '2026-10-07', '[]', '[]')`);
        const [now] = await tx.query<Reads>(READS);
        return now!.reads - before!.reads;
      });
      assert.equal(read, 0);
    });

  test('very many changed chats are judged with all others, though they are a small part, because one by one they would lock the organization', async () => {
    const organization = await counted();
    // ten million chats, in numbers only
    await owner.query('update daily_counts set human_only = 10000000 where organization_id = $1', [organization]);
    const changed = (n: number): Promise<unknown> =>
      owner.query(`insert into changed_episodes select $1::uuid, 'gone ' || n from generate_series(1, $2::int) n`, [organization, n]);
    const humanOnly = (): Promise<unknown> =>
      owner.query(`select max(human_only) as n from daily_counts where organization_id = $1 and dimension = 'all'`, [organization]);
    await changed(49_999);
    await refreshOrganization(owner, organization);
    assert.deepEqual(await humanOnly(), [{ n: 10_000_000 }]);
    await changed(50_000);
    await refreshOrganization(owner, organization);
    assert.deepEqual(await humanOnly(), [{ n: 0 }]);
  });

  test('a change that is stored and could not be counted waits, which the report says, and is counted in the background', async () => {
    const organization = await counted();
    const away: OwnerDatabase = { ...owner, transaction: () => Promise.reject(new DatabaseAway('away')) };
    const failing = await appFor({ request: database.request, connections: database.connections, owner: away });
    assert.equal((await putHours(organization, CLOSED, failing)).status, 200);
    const { meta, data } = (await report(organization)).body;
    assert.deepEqual([meta.recounting, data.after_hours], [true, BEING_COUNTED]);
    // whoever stored it would have had its time
    await owner.query('update recounts set due_at = now() where organization_id = $1', [organization]);
    await workOff(organization);
    assert.deepEqual(await afterHoursOf(organization), [{ after_hours: true, n: 2 }]);
    assert.equal((await report(organization)).body.meta.recounting, false);
  });

  test('a process that was killed in the middle leaves the old figures and the request; the next one begins anew', async () => {
    const organization = await counted();
    const right = await derived(owner, organization);
    await owner.query(`update episode_outcomes set outcome = 'ended_unclear' where organization_id = $1`, [organization]);
    const wrong = await derived(owner, organization);
    const killed = whenJudged(owner, () => Promise.reject(new Error('killed')));
    await assert.rejects(rebuildOrganization(killed, organization), /killed/);
    assert.deepEqual(await derived(owner, organization), wrong);
    assert.deepEqual((await report(organization)).body.meta.recounting, true);
    await workOff(organization);
    assert.deepEqual(await derived(owner, organization), right);
  });

  test('a first count that was killed is made up for by the next refresh', async () => {
    const organization = await newOrganization(database);
    await putChats(owner, organization, [chat('e')]);
    const killed = whenJudged(owner, () => Promise.reject(new Error('killed')));
    await assert.rejects(refreshOrganization(killed, organization, { asOf: LATE }), /killed/);
    assert.deepEqual(await outcomesOf(owner, organization), {});
    assert.equal((await refreshOrganization(owner, organization, { asOf: LATE })).changed, 1);
    assert.deepEqual(await outcomesOf(owner, organization), { e: 'stayed_solved' });
    assert.deepEqual(await requestOf(organization), []);
  });

  test('two at once count once, and agree', async () => {
    const organization = await counted();
    await Promise.all([rebuildOrganization(owner, organization), refreshOrganization(owner, organization), rebuildOrganization(owner, organization)]);
    assert.deepEqual(await requestOf(organization), []);
    await assertLikeFromScratch(organization);
  });

  test('an organization that fails is told, and tried again later; the others are counted', async () => {
    const [failing, other] = [await counted(), await counted()];
    for (const one of [failing, other]) await requestCount(owner, one, { whole: true });
    await owner.query(`update recounts set due_at = now() - interval '1 minute' where organization_id = $1`, [failing]);
    const told: unknown[] = [];
    const broken: OwnerDatabase = {
      ...owner,
      transaction: (work, signal) =>
        owner.transaction(
          (tx) =>
            work({
              ...tx,
              query: (sql, values) =>
                sql.includes('over by_customer') && values?.[0] === failing ? Promise.reject(new Error('broken')) : tx.query(sql, values),
            }),
          signal,
        ),
    };
    const recounts = new Recounts(broken, (error, organization) => told.push([String(error), organization]), assert.fail);
    while ((await requestOf(other)).length > 0 || told.length === 0) await pause(5);
    await recounts.stop();
    assert.deepEqual(told, [['Error: broken', failing]]);
    assert.deepEqual(await requestOf(failing), [{ failures: 1, postponed: true }]);
    await owner.query('update recounts set due_at = now() where organization_id = $1', [failing]);
    await workOff(failing);
  });

  test('what other processes have left is counted after a start; what was never counted waits for its import', async () => {
    const [left, fresh] = [await counted(), await newOrganization(database)];
    for (const organization of [left, fresh]) await putChats(owner, organization, [chat('waiting')]);
    await requestWaiting(owner);
    await workOff(left);
    assert.equal((await outcomesOf(owner, left))['waiting'], 'stayed_solved');
    assert.deepEqual(await outcomesOf(owner, fresh), {});
  });

  test('what a primary has left is counted by its replica, which was promoted between the start and the first look', async () => {
    const left = await counted();
    await putChats(owner, left, [chat('waiting')]);
    const recounts = new Recounts(owner, (error) => assert.fail(String(error)), assert.fail, true);
    while ((await outcomesOf(owner, left))['waiting'] === undefined) await pause(5);
    await recounts.stop();
    assert.equal((await outcomesOf(owner, left))['waiting'], 'stayed_solved');
  });

  // One session cannot do one thing while it does another.
  if (open.kind === 'PGlite') return;

  describe('while all chats are judged', () => {
    test('working hours that change again are taken, and counted afterwards', async () => {
      const organization = await counted(MANY);
      await putHours(organization, CLOSED);
      const changing = whenJudged(owner, async () => assert.equal((await putHours(organization, ALWAYS)).status, 200));
      assert.equal(await countRequested(changing, organization, NEVER, assert.fail), true);
      assert.deepEqual(await afterHoursOf(organization), [{ after_hours: true, n: MANY }]);
      assert.equal((await report(organization)).body.meta.recounting, true);
      await workOff(organization);
      assert.deepEqual(await afterHoursOf(organization), [{ after_hours: false, n: MANY }]);
    });

    test('an import does not wait, and what it brings is counted by the next refresh', async () => {
      const organization = await counted();
      const importing = whenJudged(owner, () =>
        putChats(owner, organization, [chat('1', { assign_channel_agent_id: 'a1' }), chat('new', { contact_id: 'b' })]),
      );
      await rebuildOrganization(importing, organization);
      assert.equal((await outcomesOf(owner, organization))['1'], 'stayed_solved');
      await refreshOrganization(owner, organization);
      const outcomes = await outcomesOf(owner, organization);
      assert.deepEqual([outcomes['1'], outcomes['new']], ['handed_over', 'stayed_solved']);
      await assertLikeFromScratch(organization);
    });

    test('a ruling does not wait; it is counted as soon as that is done, and not all chats once more', async () => {
      const organization = await counted();
      const ruling = whenJudged(owner, async () => {
        await putChats(owner, organization, [chat('1', { assign_channel_agent_id: 'a1' })]);
        await refreshSoon(owner, organization);
      });
      await rebuildOrganization(ruling, organization);
      assert.deepEqual(await requestedOf(owner, organization), { last: 2, whole: false, noted: true });
      await workOff(organization);
      assert.equal((await outcomesOf(owner, organization))['1'], 'handed_over');
    });

    test('what changes while that waits for its turn is asked for still, because the pass leaves it alone', async () => {
      const organization = await counted();
      let rebuilt: Promise<unknown> | undefined;
      await owner.transaction(async (tx) => {
        await waitForTurn(tx, organization);
        rebuilt = rebuildOrganization(owner, organization);
        while (!(await requestedOf(owner, organization)).whole) await pause(5);
        await putChats(owner, organization, [chat('1', { assign_channel_agent_id: 'a1' })]);
        await refreshSoon(owner, organization);
      });
      await rebuilt;
      assert.equal((await report(organization)).body.meta.recounting, true);
      await workOff(organization);
      assert.equal((await outcomesOf(owner, organization))['1'], 'handed_over');
    });

    test('readers have the old figures', async () => {
      const organization = await counted();
      const old = await derived(owner, organization);
      await owner.query(`update rooms set assign_channel_agent_id = 'a1' where organization_id = $1`, [organization]);
      await rebuildOrganization(
        whenJudged(owner, async () => assert.deepEqual(await derived(owner, organization), old)),
        organization,
      );
      assert.deepEqual(new Set(Object.values(await outcomesOf(owner, organization))), new Set(['handed_over']));
    });
  });

  test('an organization that another process counts is passed over', async () => {
    const organization = await counted();
    await requestCount(owner, organization, { whole: true });
    await owner.transaction(async (tx) => {
      await waitForTurn(tx, organization);
      assert.equal(await countRequested(owner, organization, NEVER, assert.fail), false);
    });
    assert.equal(await countRequested(owner, organization, NEVER, assert.fail), true);
  });

  test('stopping does not wait for a long count', { timeout: 10_000 }, async () => {
    const organization = await counted();
    await requestCount(owner, organization, { whole: true });
    await owner.transaction(async (tx) => {
      // the count has to wait for this as long as it lasts
      await tx.script('lock table episode_outcomes in access exclusive mode');
      const recounts = new Recounts(owner, (error) => assert.fail(String(error)), assert.fail);
      // By the lock, not by the text of the statement, of which the server keeps a part only.
      const waits = `select from pg_locks join pg_database d on d.oid = database and datname = current_database() where not granted and relation = 'episode_outcomes'::regclass`;
      while ((await owner.query(waits)).length === 0) await pause(5);
      await recounts.stop();
    });
    assert.equal((await requestOf(organization)).length, 1);
    await workOff(organization);
  });
});
