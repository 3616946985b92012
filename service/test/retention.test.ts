// What `npm run retention` deletes, and what it leaves as it was.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, test } from 'node:test';
import type { ChatPage } from '@qontak/impact-contract';
import type { Database } from '../src/db/database.ts';
import { runDrift } from '../src/drift/run-drift.ts';
import { WrongUsage } from '../src/import/errors.ts';
import { importCloses, importRooms } from '../src/import/import-rows.ts';
import type { RoomRow } from '../src/import/rows.ts';
import { refreshOrganization, rebuildOrganization } from '../src/refresh/refresh.ts';
import { readRetentionOptions } from '../src/retention/options.ts';
import { type RetentionResult, runRetention } from '../src/retention/run-retention.ts';
import { chat, newOrganization, outcomesOf, putChats, removeChat } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { appFor, bearer, get } from './service-under-test.ts';

/** In Asia/Jakarta the evening of the last of October; a month before it, September and October are kept. */
const NOW = '2026-10-31T12:00:00Z';
const AUGUST = '2026-08-10T03:00:00Z';
const LAST_OF_AUGUST = '2026-08-31T16:59:59Z';
const FIRST_OF_SEPTEMBER = '2026-08-31T17:00:00Z';
const OCTOBER = '2026-10-10T03:00:00Z';

eachDatabase('retention', (open) => {
  let database: Database;
  before(async () => {
    database = await open();
  });

  const retain = async (organizationId: string, stop = false): Promise<RetentionResult & { said: string[] }> => {
    const said: string[] = [];
    const signal = stop ? AbortSignal.abort() : new AbortController().signal;
    return { ...(await runRetention({ months: 1, organizationId }, { owner: database.owner, tell: (line) => said.push(line), signal, now: NOW })), said };
  };

  /** Chats around the bound, counted: closed in August, on its last second, in September, in October; and one that is open since August. */
  async function counted(): Promise<string> {
    const id = await newOrganization(database);
    const closed = (name: string, closed_at: string): ReturnType<typeof chat> => chat(name, { closed_at, contact_id: name });
    const still = chat('open', { contact_id: 'open', first_inbound_at: AUGUST, closed_at: null, closed_reason: null });
    const chats = [closed('august', AUGUST), closed('last', LAST_OF_AUGUST), closed('first', FIRST_OF_SEPTEMBER), closed('october', OCTOBER), still];
    await putChats(database.owner, id, chats);
    await refreshOrganization(database.owner, id, { asOf: NOW });
    return id;
  }

  /** Everything that reports are made of. */
  const figuresOf = async (id: string): Promise<unknown[]> => {
    const rows = (table: string, order: string): Promise<unknown[]> =>
      database.owner.query(`select to_jsonb(t) - 'frozen_at' as row from ${table} t where organization_id = $1 order by ${order}`, [id]);
    return [
      await rows('daily_counts', 'dimension, key, local_day'),
      await rows('trend_counts', 'dimension, key, unit, from_day'),
      await rows('period_revisions', 'dimension, key, from_day, unit, revision'),
      await rows('quality_coverage', 'month'),
      await rows('forecasts', 'unit, from_day'),
    ];
  };
  const countOf = async (table: string, id: string): Promise<number> =>
    (await database.owner.query<{ n: number }>(`select count(*)::int as n from ${table} where organization_id = $1`, [id]))[0]!.n;

  test('deletes the chats of before the bound, on the local day, and keeps what was counted of them', async () => {
    const id = await counted();
    const before_ = await figuresOf(id);
    const { deleted, said, failed } = await retain(id);
    assert.deepEqual([deleted, failed, said], [2, [], [`Organization ${id}: 2 rooms deleted; chats are kept from 2026-09-01.`]]);
    assert.deepEqual(Object.keys(await outcomesOf(database.owner, id)), ['first', 'october', 'open']);
    assert.deepEqual([await countOf('rooms', id), await countOf('ai_activity_logs', id)], [3, 3]);
    assert.deepEqual(await figuresOf(id), before_);
  });

  test('changes nothing when it runs again, and goes on where it was stopped', async () => {
    const id = await counted();
    const { stopped } = await retain(id, true);
    assert.ok(stopped);
    assert.equal((await retain(id)).deleted, 2);
    assert.equal((await retain(id)).deleted, 0);
  });

  test('leaves days before the bound as they were, whatever is counted afterwards', async () => {
    const id = await counted();
    await retain(id);
    const before_ = await figuresOf(id);
    await rebuildOrganization(database.owner, id);
    assert.deepEqual(await figuresOf(id), before_);
    // a change of an old chat that is still there, and of one that is gone
    await putChats(database.owner, id, [chat('open', { contact_id: 'open', first_inbound_at: AUGUST, closed_at: OCTOBER })]);
    await removeChat(database.owner, id, 'august');
    await refreshOrganization(database.owner, id);
    const days = await database.owner.query<{ day: string; solved: number; open: number }>(
      `select local_day as day, stayed_solved as solved, still_open as open from daily_counts where organization_id = $1 and dimension = 'all' order by day`,
      [id],
    );
    assert.deepEqual(days, [
      { day: '2026-08-10', solved: 1, open: 1 },
      { day: '2026-08-31', solved: 1, open: 0 },
      { day: '2026-09-01', solved: 1, open: 0 },
      { day: '2026-10-10', solved: 2, open: 0 },
    ]);
    const [checked] = (
      await runDrift({ organizationId: id, days: 'all', seed: 1 }, { owner: database.owner, tell: () => {}, signal: new AbortController().signal })
    ).organizations;
    assert.deepEqual(checked, { id, asOf: NOW, checked: ['2026-09-01', '2026-10-10'], days: 2, pending: [], differences: [] });
  });

  test('does not take in again what has gone', async () => {
    const id = await counted();
    await retain(id);
    const row = (name: string, closed_at: string): RoomRow => ({
      id: name,
      contact_id: name,
      channel: 'whatsapp',
      topic: null,
      created_at: AUGUST,
      first_inbound_at: AUGUST,
      closed_at,
      closed_reason: 'RESOLVE_AI',
      assign_channel_agent_id: null,
      is_test: false,
      initiated_by: null,
      updated_at: NOW,
    });
    const { rows_changed } = await importRooms(database.owner, id, [row('august', AUGUST), row('last', LAST_OF_AUGUST), row('new', FIRST_OF_SEPTEMBER)]);
    assert.equal(rows_changed, 1);
    assert.deepEqual(
      await database.owner.query('select id from rooms where organization_id = $1 order by id', [id]),
      ['first', 'new', 'october', 'open'].map((name) => ({ id: name })),
    );
  });

  test('of rooms that are used again keeps those of their chats that are kept', async () => {
    const id = await newOrganization(database);
    const close = (room_id: string, first_inbound_at: string | null, closed_at: string) => ({
      room_id,
      first_inbound_at,
      closed_at,
      closed_reason: 'RESOLVE_AI',
      assign_channel_agent_id: null,
      contact_id: room_id,
      channel: 'whatsapp',
      topic: null,
      initiated_by: null,
      updated_at: closed_at,
    });
    const closes = [
      close('both', AUGUST, LAST_OF_AUGUST),
      close('both', OCTOBER, NOW),
      // ended once in August and once more in October: one chat
      close('long', AUGUST, LAST_OF_AUGUST),
      close('long', AUGUST, OCTOBER),
      close('old', AUGUST, LAST_OF_AUGUST),
      close('silent', null, AUGUST),
    ];
    await importCloses(database.owner, id, closes);
    await refreshOrganization(database.owner, id, { asOf: NOW });
    const before_ = await figuresOf(id);
    assert.equal((await retain(id)).deleted, 2);
    assert.deepEqual(
      await database.owner.query('select room_id, count(*)::int as closes from room_records where organization_id = $1 group by 1 order by 1', [id]),
      [
        { room_id: 'both', closes: 1 },
        { room_id: 'long', closes: 2 },
      ],
    );
    await importCloses(database.owner, id, closes);
    await refreshOrganization(database.owner, id);
    assert.deepEqual(await database.owner.query('select room_id from rooms where organization_id = $1 order by 1', [id]), [
      { room_id: 'both' },
      { room_id: 'long' },
    ]);
    assert.deepEqual(await figuresOf(id), before_);
  });

  test('lets a list of chats say what it lacks, where it lacks something', async () => {
    const id = await counted();
    await retain(id);
    const app = await appFor(database);
    const headers = await bearer({ org_id: id });
    const list = async (period: string): Promise<unknown[]> => {
      const { body } = await get<ChatPage>(app, `/v1/impact-report/chats?figure=stayed_solved&period=${period}`, headers);
      return [body.data.length, body.meta.total, body.meta.kept_from];
    };
    assert.deepEqual(await list('2026-08'), [0, 2, '2026-09-01']);
    assert.deepEqual(await list('2026-09'), [1, 1, undefined]);
    const report = await get(app, '/v1/impact-report?period=2026-08', headers);
    assert.equal((report.body.data.hero as { outcomes: { stayed_solved: number } }).outcomes.stayed_solved, 2);
    await app.close();
  });

  test('deletes nothing of an organization that was never counted, and refuses one that is not there', async () => {
    const id = await newOrganization(database);
    await putChats(database.owner, id, [chat('old', { closed_at: AUGUST })]);
    assert.deepEqual((await retain(id)).said, [`Organization ${id}: nothing was ever counted, so nothing is deleted.`]);
    assert.equal(await countOf('rooms', id), 1);
    await assert.rejects(retain(randomUUID()), WrongUsage);
  });
});

describe('the options of retention', () => {
  test('are a number of months, and perhaps an organization', () => {
    const organization = randomUUID();
    assert.deepEqual(readRetentionOptions(['--keep-months', '24']), { months: 24, organizationId: null });
    assert.deepEqual(readRetentionOptions(['--keep-months', '1', '--organization', organization]), { months: 1, organizationId: organization });
    for (const wrong of [
      [],
      ['--keep-months', '0'],
      ['--keep-months', '-3'],
      ['--keep-months', '1.5'],
      ['--keep-months', '9999'],
      ['--keep-months', '2', '--organization', 'x'],
    ])
      assert.throws(() => readRetentionOptions(wrong), WrongUsage);
  });
});
