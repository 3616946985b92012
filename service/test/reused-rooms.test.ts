// Sources that use a room for one chat after the other: what an operator imports, and which chats, outcomes and links come of it. The rule itself is
// held against the reference engine in test/service-equals-reference.node.ts.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Chat, ChatPage } from '@qontak/impact-contract';
import type { Database } from '../src/db/database.ts';
import { type ActivityRow, type CloseRow, importActivity, importCloses, importRooms, MalformedSource, type RoomRow } from '../src/import/index.ts';
import type { ChatKind } from '../src/import/rows.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { derived, newOrganization, outcomesOf } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { csv, Folder, importInto, pendingOf, room, type Told } from './import-setting.ts';
import { appFor, bearer, get } from './service-under-test.ts';

const CLOSE_COLUMNS = ['room_id', 'closed_at', 'closed_reason', 'assign_channel_agent_id', 'first_inbound_at'];

/** A close by AI alone, ten minutes after the customer wrote. */
const close = (closed_at: string, differs: Record<string, string> = {}): Record<string, string> => ({
  room_id: 'r',
  closed_at,
  closed_reason: 'RESOLVE_AI',
  assign_channel_agent_id: '',
  first_inbound_at: new Date(Date.parse(closed_at) - 600_000).toISOString(),
  ...differs,
});

const closesCsv = (rows: Record<string, string>[], columns = CLOSE_COLUMNS): string => csv(rows, columns);

/** The chat of room `r` that began ten minutes before the moment. */
const chatBefore = (closed_at: string): string => `r@${new Date(Date.parse(closed_at) - 600_000).toISOString().replace('Z', '000Z')}`;

const [MONDAY, TUESDAY, FRIDAY] = ['2026-10-05T12:00:00.000Z', '2026-10-06T12:00:00.000Z', '2026-10-09T12:00:00.000Z'] as const;
const LATER = '2026-10-20T00:00:00Z';

eachDatabase('rooms that are used again', (open) => {
  let database: Database;
  before(async () => {
    database = await open();
  });

  /** Imports files as one run of the command does. */
  async function take(organizationId: string, files: Partial<Record<ChatKind, string>>): Promise<Told> {
    await using folder = new Folder();
    const kinds = (['closes', 'rooms', 'activity'] as const).filter((kind) => files[kind] !== undefined);
    for (const kind of kinds) folder.write(kind, files[kind]!);
    return await importInto(database, folder, { organizationId, files: kinds.map((kind) => ({ kind, path: kind })), asOf: LATER });
  }

  /** The row of room `r`, which shows the last chat only. */
  const rowOf = (differs: Record<string, string>): string => csv([room('r', { topic: '', updated_at: '2026-10-10T00:00:00Z', ...differs })]);
  const shown = (closed_at: string): string => rowOf({ closed_at, first_inbound_at: new Date(Date.parse(closed_at) - 600_000).toISOString() });

  test('have one chat for each close, and the open one that the row shows', async () => {
    const organization = await newOrganization(database);
    const { result } = await take(organization, {
      closes: closesCsv([close(MONDAY), close(FRIDAY), close(TUESDAY, { closed_reason: 'RESOLVE', assign_channel_agent_id: 'budi' })]),
      rooms: rowOf({ first_inbound_at: '2026-10-10T00:00:00Z', closed_at: '', closed_reason: '' }),
    });
    assert.deepEqual(await outcomesOf(database.owner, organization), {
      [chatBefore(MONDAY)]: 'came_back',
      // nobody logged that AI took part
      [chatBefore(TUESDAY)]: 'human_only',
      [chatBefore(FRIDAY)]: 'came_back',
      'r@2026-10-10T00:00:00.000000Z': 'still_open',
    });
    assert.deepEqual(result.reused, { rooms: 1, closes: 3, silent: 0, waiting: 0, repeated: 0, chats: 4 });
  });

  test('show their chats in the inbox under the name of the room', async () => {
    const organization = await newOrganization(database);
    await take(organization, { closes: closesCsv([close(MONDAY), close(TUESDAY)]), rooms: shown(TUESDAY) });
    const app = await appFor(database);
    const { body } = await get(app, '/v1/impact-report/chats?figure=came_back&period=2026-10', await bearer({ org_id: organization }));
    const [chat] = ChatPage.parse(body).data as [Chat];
    assert.deepEqual([chat.id, chat.room_id], [chatBefore(MONDAY), 'r']);
    assert.deepEqual([chat.returned_in, chat.returned_in_room_id], [chatBefore(TUESDAY), 'r']);
  });

  test('have two chats where a close that comes in late shows that one was two', async () => {
    const [late, inOrder] = [await newOrganization(database), await newOrganization(database)];
    const first = close(MONDAY);
    const second = close(FRIDAY, { assign_channel_agent_id: 'budi' });
    const rooms = shown(FRIDAY);
    // a row whose first message was never renewed: one chat from Monday to Friday, as far as anybody knows
    const stale = rowOf({ first_inbound_at: first['first_inbound_at']!, closed_at: FRIDAY, assign_channel_agent_id: 'budi' });
    await take(late, { closes: closesCsv([{ ...first, room_id: 'another' }]), rooms: stale });
    assert.deepEqual(await outcomesOf(database.owner, late), { [chatBefore(MONDAY)]: 'handed_over' });
    await take(late, { closes: closesCsv([second]) });
    await take(late, { closes: closesCsv([first]), rooms });
    await take(inOrder, { closes: closesCsv([first, second, { ...first, room_id: 'another' }]), rooms });
    assert.deepEqual(await outcomesOf(database.owner, late), { [chatBefore(MONDAY)]: 'stayed_solved', [chatBefore(FRIDAY)]: 'handed_over' });
    const everything = async (organization: string): Promise<string> =>
      JSON.stringify(await derived(database.owner, organization)).replaceAll(organization, '');
    assert.equal(await everything(late), await everything(inOrder));
  });

  test('keep a ruling on a return when the chat that it names closes', async () => {
    const organization = await newOrganization(database);
    await take(organization, {
      closes: closesCsv([close(MONDAY)]),
      rooms: rowOf({ first_inbound_at: '2026-10-06T11:50:00Z', closed_at: '', closed_reason: '' }),
    });
    const ruled = [organization, chatBefore(MONDAY), chatBefore(TUESDAY)];
    await database.owner.query(`insert into return_rulings values ($1, $2, $3, 'rina', now())`, ruled);
    await take(organization, { closes: closesCsv([close(TUESDAY)]) });
    assert.equal((await outcomesOf(database.owner, organization))[chatBefore(MONDAY)], 'stayed_solved');
  });

  test('may turn out to be used again only later: what was imported before is read anew', async () => {
    const organization = await newOrganization(database);
    const log = `{"room_id":"r","ai_answers":2,"turns":3,"updated_at":"${FRIDAY}"}\n`;
    const asOneChat = { rooms: shown(FRIDAY), activity: log };
    await take(organization, asOneChat);
    assert.deepEqual(await outcomesOf(database.owner, organization), { r: 'stayed_solved' });
    await take(organization, { closes: closesCsv([close(MONDAY), close(FRIDAY)]) });
    const both = { [chatBefore(MONDAY)]: 'stayed_solved', [chatBefore(FRIDAY)]: 'stayed_solved' };
    assert.deepEqual(await outcomesOf(database.owner, organization), both);
    // a newer file of rooms alone needs no option: the organization is known for it
    const { result } = await take(organization, { rooms: shown(FRIDAY).replace('rina', 'dewi') });
    assert.deepEqual([result.files[0]!.changed, result.reused?.chats], [1, 2]);
    assert.deepEqual(await outcomesOf(database.owner, organization), both);
  });

  test('change nothing when the same comes in again', async () => {
    const organization = await newOrganization(database);
    const rows = [close(MONDAY), close(TUESDAY)];
    await take(organization, { closes: closesCsv(rows), rooms: shown(TUESDAY) });
    const known = await derived(database.owner, organization);
    const { result } = await take(organization, { closes: closesCsv(rows.toReversed()) });
    assert.deepEqual([result.files[0]!.read, result.files[0]!.changed], [2, 0]);
    assert.equal(await pendingOf(database, organization), 0);
    assert.deepEqual(await derived(database.owner, organization), known);
  });

  test('are told of: closes without a message, closed once more, and closes that wait for their room', async () => {
    const organization = await newOrganization(database);
    const { result } = await take(organization, {
      closes: closesCsv([
        close(MONDAY),
        close('2026-10-05T12:30:00.000Z', { first_inbound_at: close(MONDAY)['first_inbound_at']!, assign_channel_agent_id: 'budi' }),
        close(TUESDAY, { first_inbound_at: '' }),
        close(MONDAY, { room_id: 'unknown' }),
      ]),
      rooms: rowOf({ first_inbound_at: '', closed_at: TUESDAY }),
    });
    assert.deepEqual(result.reused, { rooms: 2, closes: 4, silent: 1, waiting: 1, repeated: 1, chats: 1 });
    assert.deepEqual(await outcomesOf(database.owner, organization), { [chatBefore(MONDAY)]: 'handed_over' });
  });

  test('are refused without the columns that decide, and row by row for what cannot be', async () => {
    const organization = await newOrganization(database);
    for (const column of CLOSE_COLUMNS) {
      const columns = CLOSE_COLUMNS.filter((name) => name !== column);
      await assert.rejects(take(organization, { closes: closesCsv([close(MONDAY)], columns) }), MalformedSource, column);
    }
    const { result } = await take(organization, {
      closes: closesCsv([close(MONDAY), close(MONDAY, { first_inbound_at: TUESDAY }), close(TUESDAY, { closed_at: '' }), close(MONDAY, { room_id: '' })]),
    });
    assert.deepEqual(result.files[0]!.notes.rejectedFor, { closed_at: 2, room_id: 1 });
  });

  test('measure a chat by its own log, and of a log of the whole room only that AI took part', async () => {
    const row = JSON.parse(JSON.stringify(room('r', { topic: '', closed_at: FRIDAY, first_inbound_at: '2026-10-09T11:50:00Z' }))) as RoomRow;
    const rows = [close(MONDAY, { closed_reason: 'RESOLVE' }), close(FRIDAY)] as unknown as CloseRow[];
    const closes = rows.map((one) => ({
      ...one,
      assign_channel_agent_id: null,
      contact_id: null,
      channel: null,
      topic: null,
      initiated_by: null,
      updated_at: LATER,
    }));
    const log = { room_id: 'r', ai_answers: 2, turns: 3, updated_at: LATER } as ActivityRow;
    const turnsOf = async (logs: ActivityRow[]): Promise<unknown> => {
      const organization = await newOrganization(database);
      await importCloses(database.owner, organization, closes);
      await importRooms(database.owner, organization, [row]);
      await importActivity(database.owner, organization, logs);
      await refreshOrganization(database.owner, organization, { asOf: LATER });
      const chats = await database.owner.query('select outcome, turns from episode_outcomes where organization_id = $1 order by closed_at', [organization]);
      return (chats as { outcome: string; turns: number | null }[]).map(({ outcome, turns }) => `${outcome} ${turns}`);
    };
    assert.deepEqual(await turnsOf([]), ['human_only null', 'stayed_solved null']);
    assert.deepEqual(await turnsOf([log]), ['ended_unclear null', 'stayed_solved null']);
    assert.deepEqual(await turnsOf([{ ...log, updated_at: TUESDAY }]), ['ended_unclear 3', 'stayed_solved null'], 'written before the second chat began');
    assert.deepEqual(await turnsOf([{ ...log, ai_answers: 0 }]), ['human_only null', 'stayed_solved null']);
    assert.deepEqual(await turnsOf([{ ...log, answered_at: '2026-10-09T11:55:00Z' }]), ['human_only null', 'stayed_solved 3']);
    const both = [log, { ...log, answered_at: MONDAY, turns: 7 }];
    assert.deepEqual(await turnsOf(both), ['ended_unclear 7', 'stayed_solved null'], 'where logs tell when, one that does not is passed over');
  });
});
