// A chat whose rooms row is in and whose log is not yet looks as if no AI had been involved. Nobody counts it then but who brings both.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Database, OwnerDatabase } from '../src/db/database.ts';
import { ImportStopped } from '../src/import/index.ts';
import { Recounts } from '../src/refresh/recounts.ts';
import { countRequested } from '../src/refresh/refresh.ts';
import { requestCount, requestWaiting } from '../src/refresh/requests.ts';
import { runRetention } from '../src/retention/run-retention.ts';
import { chat, later, HOUR, newOrganization, outcomesOf, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { csv, Folder, importInto, room } from './import-setting.ts';
import { appFor, bearer, send } from './service-under-test.ts';
import { configOf, MAPPING, SyncSource } from './sync-source.ts';

const FILES = [
  { kind: 'rooms', path: 'rooms.csv' },
  { kind: 'activity', path: 'activity.csv' },
] as const;
/** Long after every chat of these tests. */
const LATE = '2026-11-05T00:00:00Z';
const NEVER = new AbortController().signal;

eachDatabase('rows that are coming in', (open) => {
  let database: Database;
  let owner: OwnerDatabase;
  let app: FastifyInstance;
  before(async () => {
    database = await open();
    ({ owner } = database);
    app = await appFor(database);
  });

  /** Imports rooms and logs of October in two files: AI gave answers, then the team closed it. */
  async function importChats(folder: Folder, organizationId: string, id: string, stopBetween = false): Promise<void> {
    const stop = new AbortController();
    folder.write('rooms.csv', csv([room(id, { contact_id: id, closed_reason: 'RESOLVE', assign_channel_agent_id: 'budi', updated_at: LATE })]));
    folder.write('activity.csv', csv([{ room_id: id, ai_answers: '2', updated_at: LATE }], ['room_id', 'ai_answers', 'updated_at']));
    const onText = (text: string): void => {
      if (stopBetween && text.includes('Importing rooms.csv')) stop.abort();
    };
    await importInto(database, folder, { organizationId, files: [...FILES] }, { signal: stop.signal, onText });
  }

  /** Everything of `whole` is counted; of `half` there is a room and no log, because its import was stopped in between. */
  async function stoppedBetween(folder: Folder): Promise<string> {
    const organization = await newOrganization(database);
    await putChats(owner, organization, [chat('solved'), later('again', HOUR)]);
    await importChats(folder, organization, 'whole');
    assert.deepEqual(await outcomesOf(owner, organization), { again: 'still_open', solved: 'came_back', whole: 'handed_over' });
    await assert.rejects(importChats(folder, organization, 'half', true), ImportStopped);
    return organization;
  }

  const frozen = (organization: string): Promise<unknown[]> =>
    owner.query(`select human_only, handed_over from period_revisions where organization_id = $1 and unit = 'month' and dimension = 'all' order by revision`, [
      organization,
    ]);
  const isRequested = async (organization: string): Promise<boolean> =>
    (await owner.query('select from recounts where organization_id = $1', [organization])).length > 0;

  async function rule(organization: string): Promise<void> {
    const headers = await bearer({ org_id: organization });
    const { status } = await send(app, { method: 'PUT', url: '/v1/chats/solved/return-ruling', headers, payload: { different_matter: true } });
    assert.equal(status, 200);
  }

  test('are left alone by a ruling and by a start; the import counts all of it when it goes on', async () => {
    await using folder = new Folder();
    const organization = await stoppedBetween(folder);
    await rule(organization);
    await requestWaiting(owner);
    await owner.query('update recounts set due_at = now() where organization_id = $1', [organization]);
    assert.equal(await countRequested(owner, organization, NEVER, assert.fail), false);
    assert.deepEqual(await outcomesOf(owner, organization), { again: 'still_open', solved: 'came_back', whole: 'handed_over' });
    assert.equal(await isRequested(organization), true, 'the report says that figures wait');
    await importChats(folder, organization, 'half');
    assert.deepEqual(await outcomesOf(owner, organization), { again: 'still_open', half: 'handed_over', solved: 'stayed_solved', whole: 'handed_over' });
    assert.deepEqual(await frozen(organization), [
      { human_only: 0, handed_over: 1 },
      { human_only: 0, handed_over: 2 },
    ]);
    assert.equal(await isRequested(organization), false);
    await putChats(owner, organization, [chat('solved', { assign_channel_agent_id: 'a1' })]);
    await requestCount(owner, organization, { whole: false });
    assert.equal(await countRequested(owner, organization, NEVER, assert.fail), true, 'nothing is coming in any more');
  });

  test('that stopped coming an hour ago are counted as they are, and the log says so', async () => {
    await using folder = new Folder();
    const organization = await stoppedBetween(folder);
    await rule(organization);
    await owner.query(`update organizations set incoming_until = now() - interval '1 second' where id = $1`, [organization]);
    await owner.query('update recounts set due_at = now() where organization_id = $1', [organization]);
    const told: string[] = [];
    const recounts = new Recounts(
      owner,
      (error) => assert.fail(String(error)),
      (id) => told.push(id),
    );
    while (await isRequested(organization)) await pause(5);
    await recounts.stop();
    assert.deepEqual(told, [organization]);
    assert.deepEqual(await outcomesOf(owner, organization), { again: 'still_open', half: 'human_only', solved: 'stayed_solved', whole: 'handed_over' });
    await importChats(folder, organization, 'half');
    assert.equal((await outcomesOf(owner, organization))['half'], 'handed_over');
  });

  test('keep retention from deleting what was counted without them', async () => {
    await using folder = new Folder();
    const organization = await stoppedBetween(folder);
    const said: string[] = [];
    const retain = () => runRetention({ months: 0, organizationId: organization }, { owner, tell: (line) => said.push(line), signal: NEVER, now: LATE });
    assert.equal((await retain()).deleted, 0);
    assert.deepEqual(await outcomesOf(owner, organization), { again: 'still_open', solved: 'came_back', whole: 'handed_over' });
    await importChats(folder, organization, 'half');
    assert.equal((await retain()).deleted, 3);
    assert.match(said[0]!, /rows are coming in, so nothing is deleted/);
    assert.deepEqual(
      await owner.query(`select sum(handed_over)::int as n from daily_counts where organization_id = $1 and dimension = 'all'`, [organization]),
      [{ n: 2 }],
    );
  });

  test('are waited for in the background and not passed by', async () => {
    await using folder = new Folder();
    const [coming, other] = [await stoppedBetween(folder), await newOrganization(database)];
    await putChats(owner, other, [chat('e')]);
    await importChats(folder, other, 'whole');
    for (const organization of [coming, other]) await requestCount(owner, organization, { whole: true });
    await owner.query(`update recounts set due_at = now() - interval '1 minute' where organization_id = $1`, [coming]);
    await new Promise<void>((resolve, reject) => {
      const seen: OwnerDatabase = {
        ...owner,
        query: async <Row>(sql: string, values?: readonly unknown[]) => {
          const rows = await owner.query<Row>(sql, values);
          if (sql.includes('from recounts r') && rows.length === 0) resolve(recounts.stop());
          return rows;
        },
      };
      const recounts = new Recounts(seen, reject, reject);
    });
    assert.deepEqual([await isRequested(coming), await isRequested(other)], [true, false]);
  });

  // One session cannot do one thing while it does another.
  if (open.kind === 'PostgreSQL') {
    test('that begin to come just before all chats are judged are left to the import that brings them', async () => {
      await using folder = new Folder();
      const organization = await newOrganization(database);
      await importChats(folder, organization, 'whole');
      const right = await frozen(organization);
      await requestCount(owner, organization, { whole: true });
      const importing: OwnerDatabase = {
        ...owner,
        transaction: (work, signal) =>
          owner.transaction(
            (tx) =>
              work({
                ...tx,
                script: async (sql) => {
                  // the last moment before the first statement that looks at chats
                  if (sql.includes('nestloop to off')) await assert.rejects(importChats(folder, organization, 'half', true), ImportStopped);
                  await tx.script(sql);
                },
              }),
            signal,
          ),
      };
      assert.equal(await countRequested(importing, organization, NEVER, assert.fail), true);
      assert.deepEqual(await outcomesOf(owner, organization), { whole: 'handed_over' });
      assert.deepEqual([await frozen(organization), await isRequested(organization)], [right, true], 'the report says that figures wait');
      await importChats(folder, organization, 'half');
      assert.deepEqual(await outcomesOf(owner, organization), { half: 'handed_over', whole: 'handed_over' });
      assert.equal((await frozen(organization)).length, right.length + 1, 'no revision of a half import');
    });
  }

  test('are counted by the pass of a sync that brings them, and by nobody between its tables', async () => {
    await using source = await SyncSource.open();
    const id = await newOrganization(database);
    const config = configOf({ ...MAPPING, organizations: { [id]: id } });
    await source.put({ number: 1, company: id, changed: LATE });
    await source.run(`insert into logs values (1, $1, 3, 2, null, '2026-11-05T00:00:00Z')`, [id]);
    await source.pass(owner, { config });
    await source.put({ number: 2, company: id, how: 'RESOLVE', customer: 'budi', changed: LATE });
    await source.run(`insert into logs values (2, $1, 3, 2, null, '2026-11-05T00:00:00Z')`, [id]);
    await requestCount(owner, id, { whole: false });
    const between: boolean[] = [];
    const watched: OwnerDatabase = {
      ...owner,
      transaction: async (work, signal) => {
        const done = await owner.transaction(work, signal);
        const [in_] = await owner.query(`select from rooms where organization_id = $1 and id = '2'`, [id]);
        const [logged] = await owner.query(`select from ai_activity_logs where organization_id = $1 and room_id = '2'`, [id]);
        if (in_ !== undefined && logged === undefined) between.push(await countRequested(owner, id, NEVER, assert.fail));
        return done;
      },
    };
    await source.pass(watched, { config, reconcile: true });
    assert.deepEqual(new Set(between), new Set([false]));
    assert.deepEqual(await outcomesOf(owner, id), { '1': 'stayed_solved', '2': 'ended_unclear' });
    assert.deepEqual(await owner.query('select incoming_until from organizations where id = $1', [id]), [{ incoming_until: null }]);
  });
});
