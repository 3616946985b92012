// Rows that cannot be right, among rows that are. The wrong ones are named, the others are counted, and nothing stands still.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import type { Database } from '../src/db/database.ts';
import { importRooms, type RoomRow } from '../src/import/index.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { newOrganization, outcomesOf } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { csv, Folder, importInto, room, ROOM_COLUMNS, roomsOf } from './import-setting.ts';
import { appFor, bearer, send } from './service-under-test.ts';

/** What somebody's export has held, and worse. */
const POISON = fc.oneof(
  fc.constantFrom('infinity', '-infinity', 'NaN', 'null', '\\N', '0000-00-00', '2026-02-30T00:00:00Z', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z'),
  fc.constantFrom(
    '2199-12-31T23:59:59-15:00',
    '2000-01-01T00:00:00+15:00',
    '294276-12-31T23:59:59Z',
    '2026-10-05T12:00:00+99:00',
    '-1',
    '1e400',
    '2147483648',
    '9223372036854775808',
    '0x10',
    '{}',
    '[]',
    'true',
  ),
  fc.constantFrom('\0', '\uD800', '\u202Eabc', "'); drop table rooms; --", '"', '', ' ', '=1+1', 'x'.repeat(600), '😀'.repeat(600)),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const ACTIVITY_COLUMNS = ['room_id', 'ai_answers', 'customer_messages', 'turns', 'first_response_ms', 'handle_seconds', 'sentiment_start', 'sentiment_end'];
const MORE_COLUMNS = ['thanks_only', 'confidence', 'answer_scope', 'csat', 'q_relevant', 'actions_ok', 'updated_at'];

eachDatabase('a poison row', (open) => {
  let database: Database;
  before(async () => {
    database = await open();
  });

  /** The chats that are right: one that stayed solved, and one that the data go on to. */
  const GOOD = [room('good'), room('later', { contact_id: 'budi', updated_at: '2026-10-09T00:00:00Z' })];

  test('in a file is rejected or stored as documented, and the others are counted', async () => {
    const app = await appFor(database, { RATE_LIMIT_PER_MINUTE: '1000000' });
    const poisoned = fc.record({ column: fc.constantFrom(...ROOM_COLUMNS), poison: POISON });
    const logged = fc.record({ column: fc.constantFrom(...ACTIVITY_COLUMNS, ...MORE_COLUMNS), poison: fc.oneof(POISON, fc.double(), fc.jsonValue()) });
    await fc.assert(
      fc.asyncProperty(fc.array(poisoned, { maxLength: 6 }), fc.array(logged, { maxLength: 6 }), async (chats, logs) => {
        await using folder = new Folder();
        const organizationId = await newOrganization(database);
        // A file with this character is no text, and refused as a whole.
        const rows = chats.map(({ column, poison }, i) => room(`poison${i}`, { contact_id: 'tono', [column]: poison.replaceAll('\0', '') }));
        folder.write('rooms', csv([GOOD[0]!, ...rows, GOOD[1]!]));
        const lines = logs.map(({ column, poison }, i) => ({ room_id: `poison${i}`, ai_answers: 1, updated_at: '2026-10-05T12:00:00Z', [column]: poison }));
        const all = [{ room_id: 'good', ai_answers: 1, updated_at: '2026-10-05T12:00:00Z' }, ...lines];
        folder.write('activity', all.map((line) => `${JSON.stringify(line)}\n`).join(''));
        const files = (['rooms', 'activity'] as const).map((kind) => ({ kind, path: kind }));
        const { result } = await importInto(database, folder, { organizationId, files });
        assert.deepEqual(
          result.files.map(({ read }) => read),
          [rows.length + 2, all.length],
        );
        assert.equal((await outcomesOf(database.owner, organizationId))['good'], 'stayed_solved');
        for (const path of ['/v1/impact-report', '/v1/impact-report?period=2026-10', '/v1/impact-report/chats?figure=closed&period=2026-10']) {
          assert.equal((await send(app, { url: path, headers: await bearer({ org_id: organizationId }) })).status, 200);
        }
      }),
      { numRuns: 25 },
    );
  });

  const ROW: RoomRow = {
    id: 'poison',
    contact_id: 'tono',
    channel: 'whatsapp',
    topic: null,
    created_at: '2026-10-05T11:50:00Z',
    first_inbound_at: '2026-10-05T11:50:00Z',
    closed_at: '2026-10-05T12:00:00Z',
    closed_reason: 'RESOLVE_AI',
    assign_channel_agent_id: null,
    is_test: false,
    initiated_by: 'customer',
    updated_at: '2026-10-05T12:00:00Z',
  };

  test('of a program that checks nothing is refused where it is written, and stops no counting', async () => {
    const organization = await newOrganization(database);
    await importRooms(database.owner, organization, [{ ...ROW, id: 'good' }]);
    for (const poison of [
      { closed_at: 'infinity' },
      { closed_at: '-infinity' },
      { first_inbound_at: 'infinity' },
      { first_inbound_at: '-infinity', closed_at: 'infinity' },
      { closed_at: '294276-12-31 23:59:59+00' },
      { created_at: '4713-01-02 00:00:00+00 BC' },
      { updated_at: '1998-12-31T23:59:59Z' },
      { channel: 'x'.repeat(121) },
      { topic: 'x'.repeat(100_000) },
    ]) {
      await assert.rejects(importRooms(database.owner, organization, [{ ...ROW, ...poison }]), /rooms_times|rooms_labels/, JSON.stringify(poison).slice(0, 80));
    }
    await importRooms(database.owner, organization, [
      { ...ROW, first_inbound_at: '2199-12-31T00:00:00Z', closed_at: '2199-12-31T00:00:00Z', topic: '😀'.repeat(120) },
    ]);
    await refreshOrganization(database.owner, organization, { asOf: '2026-10-09T00:00:00Z' });
    assert.deepEqual(await outcomesOf(database.owner, organization), { good: 'stayed_solved', poison: 'checking' });
    assert.equal((await roomsOf(database, organization)).length, 2);
  });
});
