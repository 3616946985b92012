// The import against a database: what is stored, what is left out, what a second run changes.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import type { Database } from '../src/db/database.ts';
import { ImportStopped, importActivity, importRooms, MalformedSource, type RoomRow, WrongUsage } from '../src/import/index.ts';
import { UnknownOrganization } from '../src/organizations.ts';
import { derived, newOrganization, outcomesOf } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { csv, fingerprint, Folder, importInto, importRoomsFile, pendingOf, room, roomsOf } from './import-setting.ts';
import { MALFORMED, SMALL, zipped } from './malformed-files.ts';

const STORED_A = {
  id: 'a',
  contact_id: 'rina',
  channel: 'whatsapp',
  topic: 'ongkir',
  created_at: '2026-10-05T11:50:00Z',
  first_inbound_at: '2026-10-05T11:50:00Z',
  closed_at: '2026-10-05T12:00:00Z',
  closed_reason: 'RESOLVE_AI',
  assign_channel_agent_id: null,
  is_test: false,
  initiated_by: 'customer',
  updated_at: '2026-10-05T12:00:00Z',
};

const organizationRow = async (database: Database, id: string) => {
  const [row] = await database.owner.query<{ as_of: string | null; revision: number }>('select as_of, revision from organizations where id = $1', [id]);
  return row!;
};

/** A text that wants to break the CSV, the terminal or the page. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '""',
        ',',
        ';',
        '\n',
        '\r\n',
        '\t',
        '=cmd()',
        "'; drop table rooms; --",
        '\\',
        '\u202E',
        '\u2067',
        '{',
        '\\N',
        'NULL',
        '😀',
        '\u0007',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

/** docs/import.md: ids are trimmed, labels lose control and direction characters and are trimmed, empty is null. */
const storedId = (text: string): string | null => text.trim() || null;
const storedLabel = (text: string): string | null => text.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '').trim() || null;

eachDatabase('import', (open) => {
  let database: Database;
  before(async () => {
    database = await open();
  });

  test('stores what the file says, whichever way it is written', async () => {
    const rows = [
      room('a'),
      room('b', { contact_id: '', topic: '', closed_at: '', closed_reason: '', assign_channel_agent_id: 'budi', is_test: 't', initiated_by: '' }),
    ];
    const reversed = Object.keys(rows[0]!).reverse();
    const json = rows.map((row) => JSON.stringify({ ...row, updated_at: { $date: row['updated_at'] } })).join('\n');
    for (const content of [csv(rows), csv(rows, reversed, ';'), gzipSync(csv(rows)), json]) {
      const organization = await newOrganization(database);
      await importRoomsFile(database, organization, content);
      const b = {
        ...STORED_A,
        id: 'b',
        contact_id: null,
        topic: null,
        closed_at: null,
        closed_reason: null,
        assign_channel_agent_id: 'budi',
        is_test: true,
        initiated_by: null,
      };
      assert.deepEqual(await roomsOf(database, organization), [STORED_A, b]);
    }
  });

  test('reads standard input, and both files in one run', async () => {
    await using folder = new Folder();
    const organization = await newOrganization(database);
    folder.write('activity', '{"room_id":"a","ai_answers":{"$numberInt":"2"},"thanks_only":false,"updated_at":{"$date":{"$numberLong":"1790842353123"}}}\n');
    const files = [
      { kind: 'rooms' as const, path: '-' },
      { kind: 'activity' as const, path: 'activity' },
    ];
    const { result } = await importInto(database, folder, { organizationId: organization, files }, { stdin: zipped });
    assert.deepEqual(
      result.files.map(({ read, changed }) => [read, changed]),
      [
        [2, 2],
        [1, 1],
      ],
    );
    const [row] = await database.owner.query<Record<string, unknown>>('select * from ai_activity_logs where organization_id = $1', [organization]);
    assert.equal(row!['ai_answers'], 2);
    assert.equal(row!['thanks_only'], false);
    assert.equal(row!['csat'], null);
    assert.equal(row!['updated_at'], '2026-10-01T08:12:33.123Z');
    assert.equal(await pendingOf(database, organization), 0);
  });

  test('makes the organization when asked to, and finds it the next time', async () => {
    await using folder = new Folder();
    folder.write('rooms.csv', SMALL);
    const organizationId = crypto.randomUUID();
    const options = {
      organizationId,
      files: [{ kind: 'rooms' as const, path: 'rooms.csv' }],
      create: { name: 'Toko', timeZone: 'Asia/Jakarta', aiActivatedOn: null },
    };
    await assert.rejects(importInto(database, folder, { ...options, create: null }), WrongUsage);
    await importInto(database, folder, options);
    const { result } = await importInto(database, folder, options);
    assert.equal(result.files[0]!.outcome, 'already');
  });

  test('writes bad rows to the rejects file with line, column and reason, and imports the others', async () => {
    const organization = await newOrganization(database);
    const rows = [
      room('a', { topic: 'dua\nbaris' }),
      room('b', { closed_at: '2026-02-30T00:00:00Z', contact_id: '=cmd|"calc"' }),
      room('', {}),
      room('c'),
      room('d', { updated_at: '' }),
    ];
    const { result, rejects, stderr } = await importRoomsFile(database, organization, `${csv(rows)}too,short\n`);
    const [file] = result.files;
    assert.deepEqual([file!.read, file!.changed, file!.rejected], [6, 2, 4]);
    assert.deepEqual(file!.notes.rejectedFor, { closed_at: 1, id: 1, updated_at: 1, 'the row itself': 1 });
    const lines = rejects.trimEnd().split('\n');
    assert.equal(lines[0], 'file,line,column,reason,row');
    assert.match(lines[1]!, /^rooms,4,closed_at,"names a day that does not exist","\{""id"":""b"",""contact_id"":""=cmd\|/);
    assert.match(lines[2]!, /^rooms,5,id,"is missing",/);
    assert.match(lines[3]!, /^rooms,7,updated_at,"is missing",/);
    assert.match(lines[4]!, /^rooms,8,,"has 2 values where the header has 12",/);
    assert.equal(stderr.includes('calc'), false);
  });

  test('imports nothing of a malformed file, nor of the good file beside it', async () => {
    for (const [what, content] of MALFORMED) {
      await using folder = new Folder();
      folder.write('good', SMALL);
      folder.write('bad', content);
      const organizationId = await newOrganization(database);
      const files = [
        { kind: 'activity' as const, path: 'good' },
        { kind: 'rooms' as const, path: 'bad' },
      ];
      folder.write('good', '{"room_id":"a","updated_at":"2026-10-05T12:00:00Z"}\n');
      await assert.rejects(importInto(database, folder, { organizationId, files }), MalformedSource, what);
      for (const table of ['rooms', 'ai_activity_logs', 'imports', 'changed_episodes']) {
        assert.deepEqual(await database.owner.query(`select * from ${table} where organization_id = $1`, [organizationId]), [], `${what}: ${table}`);
      }
    }
  });

  test('a break far behind the first batch imports nothing either', async () => {
    const organization = await newOrganization(database);
    const many = csv(Array.from({ length: 12_000 }, (_, i) => room(`r${i}`, { contact_id: `c${i}` })));
    await assert.rejects(importRoomsFile(database, organization, `${many}"never closed`), MalformedSource);
    assert.equal((await roomsOf(database, organization)).length, 0);
  });

  test('the same file twice changes nothing', async () => {
    const organization = await newOrganization(database);
    await importRoomsFile(database, organization, SMALL);
    const before = [await organizationRow(database, organization), await derived(database.owner, organization), await roomsOf(database, organization)];
    const { result } = await importRoomsFile(database, organization, gzipSync(SMALL));
    assert.equal(result.files[0]!.outcome, 'already');
    assert.equal(result.refresh.refreshed, false);
    assert.deepEqual(
      [await organizationRow(database, organization), await derived(database.owner, organization), await roomsOf(database, organization)],
      before,
    );
  });

  test('the newest updated_at wins in any order, and at a tie the row read last', async () => {
    const old = room('a', { topic: 'old', updated_at: '2026-10-05T12:00:00.000001Z' });
    const young = room('a', { topic: 'young', updated_at: '2026-10-05T12:00:00.000002Z' });
    const tie = room('a', { topic: 'tie', updated_at: '2026-10-05T19:00:00.000002+07' });
    const orders: [files: string[][], topic: string][] = [
      [[['old', 'young']], 'young'],
      [[['young', 'old']], 'young'],
      [[['old'], ['young']], 'young'],
      [[['young'], ['old']], 'young'],
      [[['young', 'tie', 'old']], 'tie'],
      [[['tie'], ['young']], 'young'],
    ];
    for (const [files, topic] of orders) {
      const organization = await newOrganization(database);
      for (const names of files) await importRoomsFile(database, organization, csv(names.map((name) => ({ old, young, tie })[name]!)));
      assert.equal((await roomsOf(database, organization))[0]!['topic'], topic, JSON.stringify(files));
    }
  });

  test('only rows that really changed are counted and judged again', async () => {
    const organization = await newOrganization(database);
    await importRoomsFile(database, organization, csv([room('a'), room('b'), room('c')]));
    const changed = room('b', { closed_reason: 'RESOLVE', updated_at: '2026-10-05T12:00:01Z' });
    const { result } = await importRoomsFile(
      database,
      organization,
      csv([room('a'), changed, room('c', { topic: 'older', updated_at: '2026-10-05T11:00:00Z' })]),
    );
    assert.deepEqual([result.files[0]!.read, result.files[0]!.changed, result.files[0]!.rejected], [3, 1, 0]);
    assert.equal((await roomsOf(database, organization))[2]!['topic'], 'ongkir');
  });

  test('counts as of the newest event, or as of the moment that is named', async () => {
    const organization = await newOrganization(database);
    const later = room('b', { updated_at: '2026-10-09T00:00:00Z' });
    await importRoomsFile(database, organization, csv([room('a'), later]));
    assert.equal((await organizationRow(database, organization)).as_of, '2026-10-09T00:00:00Z');
    assert.equal((await outcomesOf(database.owner, organization))['a'], 'stayed_solved');
    await importRoomsFile(database, organization, csv([room('a'), later]), { asOf: '2026-10-06T00:00:00Z' });
    assert.equal((await organizationRow(database, organization)).as_of, '2026-10-06T00:00:00Z');
    assert.equal((await outcomesOf(database.owner, organization))['a'], 'checking');
    await importRoomsFile(database, organization, csv([room('c')]));
    assert.equal((await organizationRow(database, organization)).as_of, '2026-10-09T00:00:00Z');
  });

  test('a log that reaches further than the rooms does not pretend that customers stayed away', async () => {
    const organization = await newOrganization(database);
    await using folder = new Folder();
    folder.write('rooms', csv([room('a')]));
    folder.write('activity', '{"room_id":"a","ai_answers":2,"updated_at":"2026-10-30T00:00:00Z"}\n');
    const files = (['rooms', 'activity'] as const).map((kind) => ({ kind, path: kind }));
    await importInto(database, folder, { organizationId: organization, files });
    assert.equal((await organizationRow(database, organization)).as_of, '2026-10-05T12:00:00Z');
    assert.equal((await outcomesOf(database.owner, organization))['a'], 'checking');
  });

  test('a time from the future is imported, told, and does not move as_of', async () => {
    const organization = await newOrganization(database);
    const future = new Date(Date.now() + 48 * 3600 * 1000).toISOString();
    const { result } = await importRoomsFile(database, organization, csv([room('a'), room('b', { updated_at: future })]));
    assert.equal(result.files[0]!.notes.futureRows, 1);
    assert.equal((await organizationRow(database, organization)).as_of, '2026-10-05T12:00:00Z');
    assert.equal((await roomsOf(database, organization)).length, 2);
  });

  test('counts times without a zone', async () => {
    const organization = await newOrganization(database);
    const { result } = await importRoomsFile(database, organization, csv([room('a', { closed_at: '2026-10-05 12:00:00', updated_at: '2026-10-05 12:00' })]));
    assert.equal(result.files[0]!.notes.naiveTimes, 2);
    assert.deepEqual(await roomsOf(database, organization), [STORED_A]);
  });

  test('notes a closing reason that looks like a known one exactly when it is not counted as that one', async () => {
    const spellings = {
      RESOLVE_AI: ['RESOLVE_AI', ' RESOLVE_AI ', 'resolve_ai', 'Resolve AI', 'RESOLVE-AI', 'resolveAi', 'RESOLVE_ AI', 'RESOLVE\u00A0AI'],
      SPAM: ['SPAM', 'spam', 's p a m'],
      BLOCKED: ['BLOCKED', 'Blocked', '[blocked]'],
    };
    const counted = { RESOLVE_AI: 'stayed_solved', SPAM: 'left_out', BLOCKED: 'left_out' };
    for (const known of ['RESOLVE_AI', 'SPAM', 'BLOCKED'] as const) {
      for (const closed_reason of spellings[known]) {
        const organization = await newOrganization(database);
        const rows = csv([room('a', { closed_reason }), room('b', { contact_id: 'budi', updated_at: '2026-10-09T00:00:00Z' })]);
        const { result } = await importRoomsFile(database, organization, rows);
        const outcome = (await outcomesOf(database.owner, organization))['a'] ?? 'left_out';
        assert.deepEqual(result.files[0]!.file.misspelled, outcome === counted[known] ? {} : { [known]: 1 }, closed_reason);
      }
    }
  });

  test('leaves other closing reasons alone', async () => {
    const rows = ['RESOLVE', 'resolve', 'RESOLVE_AI_2', 'idle', '', '-'].map((closed_reason, i) => room(`r${i}`, { closed_reason }));
    const { result } = await importRoomsFile(database, await newOrganization(database), csv(rows));
    assert.deepEqual(result.files[0]!.file.misspelled, {});
  });

  test('stopped after a batch, it goes on there; stopped before the counting, it counts', async () => {
    await using folder = new Folder();
    const rows = Array.from({ length: 6000 }, (_, i) =>
      room(`r${i % 5500}`, { contact_id: `c${i % 5500}`, ...(i % 100 === 0 ? { is_test: 'maybe' } : { topic: `t${i}` }) }),
    );
    folder.write('rooms.csv', csv(rows));
    const [unbroken, broken] = [await newOrganization(database), await newOrganization(database)];
    const files = [{ kind: 'rooms' as const, path: 'rooms.csv' }];
    const whole = await importInto(database, folder, { organizationId: unbroken, files, rejects: 'whole.csv' });
    const stopAt = async (text: RegExp): Promise<void> => {
      const controller = new AbortController();
      const onText = (line: string): void => (text.test(line) ? controller.abort() : undefined);
      await assert.rejects(importInto(database, folder, { organizationId: broken, files }, { signal: controller.signal, onText }), ImportStopped);
    };
    await stopAt(/Importing/);
    const committed = (await roomsOf(database, broken)).length;
    assert.ok(committed > 0 && committed < 5400, String(committed));
    folder.write('rejects.csv', `${folder.read('rejects.csv')}rooms,99999,,"written, but never committed",""\n`);
    await stopAt(/\(100 %\)|Importing/);
    const { result } = await importInto(database, folder, { organizationId: broken, files });
    const [a, b] = [whole.result.files[0]!, result.files[0]!];
    assert.deepEqual([b.read, b.changed, b.rejected], [a.read, a.changed, a.rejected]);
    assert.equal(fingerprint(await roomsOf(database, broken)), fingerprint(await roomsOf(database, unbroken)));
    assert.equal(fingerprint(folder.read('rejects.csv')), fingerprint(folder.read('whole.csv')));
    assert.equal(await pendingOf(database, broken), 0);
    assert.equal(fingerprint(await outcomesOf(database.owner, broken)), fingerprint(await outcomesOf(database.owner, unbroken)));
  });

  test('a counting that was not reached is made up for, though the file is already imported', async () => {
    await using folder = new Folder();
    const options = { organizationId: await newOrganization(database), files: [{ kind: 'rooms' as const, path: 'rooms.csv' }] };
    // the second file moves as_of no further: only what waits to be counted tells that something is due
    for (const content of [SMALL, csv([room('c')])]) {
      folder.write('rooms.csv', content);
      const controller = new AbortController();
      await assert.rejects(importInto(database, folder, options, { signal: controller.signal, onText: () => controller.abort() }), ImportStopped);
      assert.ok((await pendingOf(database, options.organizationId)) > 0);
      const { result } = await importInto(database, folder, options);
      assert.deepEqual([result.files[0]!.outcome, result.refresh.refreshed], ['already', true]);
      assert.equal(await pendingOf(database, options.organizationId), 0);
    }
  });

  test('two imports at once leave what one after the other leaves', async () => {
    const organization = await newOrganization(database);
    const rows = Array.from({ length: 6000 }, (_, i) => room(`r${i}`, { contact_id: `c${i}` }));
    const newer = rows.map((row) => ({ ...row, topic: 'newer', updated_at: '2026-10-05T12:00:01Z' })).reverse();
    await Promise.all([importRoomsFile(database, organization, csv(rows)), importRoomsFile(database, organization, csv(newer))]);
    const stored = await roomsOf(database, organization);
    assert.equal(stored.length, 6000);
    assert.ok(stored.every(({ topic }) => topic === 'newer'));
    assert.equal(await pendingOf(database, organization), 0);
  });

  test('the same file twice at once is imported once; the second says so or finds it done', async () => {
    const organization = await newOrganization(database);
    const content = csv(Array.from({ length: 6000 }, (_, i) => room(`r${i}`, { contact_id: `c${i}`, is_test: i % 1000 === 0 ? 'maybe' : 'no' })));
    const runs = await Promise.allSettled([importRoomsFile(database, organization, content), importRoomsFile(database, organization, content)]);
    const failed = runs.filter((run) => run.status === 'rejected');
    assert.ok(failed.length < 2);
    for (const { reason } of failed) assert.match(String(reason), /another process is importing the same file/);
    const [row] = await database.owner.query<Record<string, number>>(
      'select records_done, rows_changed, rows_rejected from imports where organization_id = $1',
      [organization],
    );
    assert.deepEqual(row, { records_done: 6000, rows_changed: 5994, rows_rejected: 6 });
  });

  test('never overwrites a file that holds something else than rejected rows', async () => {
    await using folder = new Folder();
    folder.write('rooms.csv', SMALL);
    const options = { organizationId: await newOrganization(database), files: [{ kind: 'rooms' as const, path: 'rooms.csv' }], rejects: 'rooms.csv' };
    await assert.rejects(importInto(database, folder, options), /holds something else/);
    assert.equal(folder.read('rooms.csv'), SMALL);
  });

  test('whatever stands in texts comes back as it was, but for what is documented', async () => {
    const organization = await newOrganization(database);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ contact_id: hostile, topic: hostile, closed_reason: hostile, id: hostile }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';'),
        async (texts, delimiter) => {
          const rows = texts.map((text, i) =>
            room('', { ...text, id: `${run}-${i}-${text.id.replaceAll('\0', '')}x`, contact_id: text.contact_id.replaceAll('\0', '') }),
          );
          run++;
          const { result, rejects } = await importRoomsFile(database, organization, csv(rows, undefined, delimiter));
          assert.equal(result.files[0]!.rejected, 0, rejects);
          const stored = new Map((await roomsOf(database, organization)).map((row) => [row['id'], row]));
          for (const row of rows) {
            const { contact_id, topic, closed_reason } = stored.get(row['id']!.trim())!;
            const expected = { contact_id: storedId(row['contact_id']!), topic: storedLabel(row['topic']!), closed_reason: storedLabel(row['closed_reason']!) };
            assert.deepEqual({ contact_id, topic, closed_reason }, expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a program can import rows of its own, by the same rules', async () => {
    const organization = await newOrganization(database);
    const row = STORED_A as RoomRow;
    const newer: RoomRow = { ...row, topic: 'newer', updated_at: '2026-10-05T12:00:01Z' };
    const seen: number[] = [];
    async function* many(): AsyncGenerator<RoomRow> {
      for (let i = 0; i < 5001; i++) yield { ...row, id: `r${i}` };
    }
    await importRooms(database.owner, organization, many(), ({ rows_read }) => seen.push(rows_read));
    assert.deepEqual(seen, [5000, 5001]);
    assert.deepEqual(await importRooms(database.owner, organization, [newer, row]), { rows_read: 2, rows_changed: 1 });
    assert.deepEqual(await importRooms(database.owner, organization, [newer]), { rows_read: 1, rows_changed: 0 });
    assert.equal(await pendingOf(database, organization), 5002);
    await assert.rejects(importActivity(database.owner, crypto.randomUUID(), [{ room_id: 'a', updated_at: row.updated_at } as never]), UnknownOrganization);
  });
});
