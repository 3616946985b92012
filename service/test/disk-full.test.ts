// No room: for the database, for the rejected rows, for the folder itself. One sentence, nothing half done, and it goes on when there is room.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs, { existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, mock, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Database, OwnerDatabase } from '../src/db/database.ts';
import { DatabaseFull } from '../src/db/errors.ts';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { ImportStopped } from '../src/import/index.ts';
import { newOrganization } from './chats.ts';
import { makeDataFolder } from './data-folder.ts';
import { eachDatabase } from './databases.ts';
import { csv, Folder, importInto, pendingOf, room, roomsOf } from './import-setting.ts';
import { appFor, bearer, send } from './service-under-test.ts';

const FIGURES = { minutes_per_chat: 6, hourly_cost: 30_000, ai_fee_per_month: null, effective_from: null };
const FILES = [{ kind: 'rooms' as const, path: 'rooms' }];

/** A bad row at the head of each batch. */
const rows = (n: number): string =>
  csv(Array.from({ length: n }, (_, i) => room(`r${i}`, { contact_id: `c${i}`, ...(i % 5000 === 0 && { is_test: 'maybe' }) })));

/** As both drivers tell it. */
const noRoom = (): Error => Object.assign(new Error('could not extend file "base/16384/2619": No space left on device'), { code: '53100' });

/** The owner of a database that has no room at one statement: the so many-th that the text stands in. */
function fullAt(owner: OwnerDatabase, text: string, time: number): OwnerDatabase {
  let seen = 0;
  return {
    ...owner,
    transaction: (work) =>
      owner.transaction((tx) =>
        work({
          ...tx,
          query: async (sql, values) => {
            if (sql.includes(text) && ++seen === time) throw noRoom();
            return tx.query(sql, values);
          },
        }),
      ),
  };
}

eachDatabase('a full disk', (open) => {
  let database: Database;
  let organization: string;
  before(async () => {
    database = await open();
    organization = await newOrganization(database);
  });

  const state = async (id: string): Promise<unknown[]> => [
    (await roomsOf(database, id)).length,
    await pendingOf(database, id),
    await database.owner.query('select records_done, rows_changed, rows_rejected, finished_at is null as unfinished from imports where organization_id = $1', [
      id,
    ]),
  ];

  for (const [where, text, time, n, left] of [
    ['while rows are written', 'insert into rooms', 2, 5100, [4999, 4999, [{ records_done: 5000, rows_changed: 4999, rows_rejected: 1, unfinished: true }]]],
    // a first count is of all chats, and not of those that changed
    ['while the reports are counted', 'insert into daily_counts', 1, 3, [2, 0, [{ records_done: 3, rows_changed: 2, rows_rejected: 1, unfinished: false }]]],
  ] as const) {
    test(`${where} ends an import with nothing half done; it goes on when there is room`, async () => {
      await using folder = new Folder();
      folder.write('rooms', rows(n));
      const id = await newOrganization(database);
      const full: Database = { ...database, close: async () => {}, owner: fullAt(database.owner, text, time) };
      await assert.rejects(importInto(full, folder, { organizationId: id, files: FILES }), {
        name: 'DatabaseFull',
        message: /^Could not store: could not extend file .*No space left on device\. Free space on the disk of the database, then try again\.$/,
      });
      assert.deepEqual(await state(id), left);
      await importInto(database, folder, { organizationId: id, files: FILES });
      const rejected = Math.ceil(n / 5000);
      assert.deepEqual(await state(id), [n - rejected, 0, [{ records_done: n, rows_changed: n - rejected, rows_rejected: rejected, unfinished: false }]]);
      assert.equal(folder.read('rejects.csv').trimEnd().split('\n').length, 1 + rejected);
    });
  }

  test('lets a change be tried again, says so in the log, and keeps reports', async () => {
    const log: string[] = [];
    const changeAsOrganization: Database['request']['changeAsOrganization'] = (id, work) =>
      database.request.changeAsOrganization(id, async (tx) => {
        await work(tx);
        throw noRoom();
      });
    const request = { ...database.request, changeAsOrganization };
    const app = await appFor({ ...database, request }, {}, { log: { write: (line) => void log.push(line) } });
    const headers = { ...(await bearer({ org_id: organization })), 'if-match': '"0"' };
    const changed = await send(app, { method: 'PUT', url: '/v1/cost-assumption', headers, payload: FIGURES });
    assert.deepEqual([changed.status, changed.headers['retry-after']], [503, '5']);
    assert.match(changed.text, /can store nothing now/);
    assert.equal((JSON.parse(log.at(-1)!) as { msg: string }).msg, 'full');
    const kept = await send<{ data: { version: number } }>(app, { url: '/v1/cost-assumption', headers });
    assert.deepEqual([kept.status, kept.headers['etag']], [200, '"0"'], 'what was under way is taken back');
  });

  test('for the rejected rows: the batch that they belong to is not kept either', async () => {
    await using folder = new Folder();
    folder.write('rooms', rows(3));
    folder.write('file', '');
    const id = await newOrganization(database);
    const nowhere = ['file/rejects.csv', ...(existsSync('/dev/full') ? ['/dev/full'] : [])];
    for (const rejects of nowhere) {
      await assert.rejects(importInto(database, folder, { organizationId: id, files: FILES, rejects }), (error) => {
        assert.ok(error instanceof ImportStopped);
        assert.match(
          error.message,
          /^Could not write the rejected rows to .*: the system says (ENOSPC|ENOTDIR)\. Name a file that can be written with --rejects\.$/,
        );
        return true;
      });
      assert.deepEqual(await state(id), [0, 0, [{ records_done: 0, rows_changed: 0, rows_rejected: 0, unfinished: true }]]);
    }
    const { result } = await importInto(database, folder, { organizationId: id, files: FILES });
    assert.equal(result.files[0]!.rejected, 1);
  });
});

describe('a disk that is nearly full', () => {
  let folder: Folder;
  let database: Database;
  before(async () => {
    folder = new Folder();
    await makeDataFolder(join(folder.path, 'data'));
    database = await openDatabase({ dataDir: join(folder.path, 'data') });
    await migrate(database.owner);
  });
  after(async () => {
    await database.close();
    await folder[Symbol.asyncDispose]();
  });

  /** What the system says of the disk while the work is done. */
  async function withFree(megabytes: number, work: () => Promise<void>): Promise<void> {
    const told = mock.method(fs, 'statfsSync', () => ({ bavail: megabytes * 256, bsize: 4096 }));
    syncBuiltinESMExports();
    try {
      await work();
    } finally {
      told.mock.restore();
      syncBuiltinESMExports();
    }
  }

  // PGlite itself would not say so: its log meets the full disk in a loop that never ends.
  test('stops what writes before PGlite meets its end, and goes on reading', async () => {
    const id = await newOrganization(database);
    folder.write('rooms', rows(3));
    const sentence = /^Could not store: the disk of .*data has 255 MB free, and 256 MB are needed\. Free some space, then try again\.$/;
    await withFree(255, async () => {
      await assert.rejects(importInto(database, folder, { organizationId: id, files: FILES }), { name: 'DatabaseFull', message: sentence });
      const change = database.request.changeAsOrganization(id, (tx) => tx.query(`select change_cost_assumption(0, 'u1', 6, null, null)`));
      await assert.rejects(change, DatabaseFull);
      const app = await appFor(database);
      assert.equal((await send(app, { url: '/v1/impact-report', headers: await bearer({ org_id: id }) })).status, 200);
    });
    await withFree(256, async () => void (await importInto(database, folder, { organizationId: id, files: FILES })));
    assert.equal((await roomsOf(database, id)).length, 2);
    assert.deepEqual(await database.owner.query('select version from cost_assumptions where organization_id = $1', [id]), []);
  });
});

describe('a data folder that cannot be written', () => {
  for (const [program, args] of [
    ['server.ts', []],
    ['import/command.ts', ['--organization', '6f1c2a52-5a86-4d34-9f5c-2f3b0c7d1e90', '--rooms', 'rooms']],
  ] as const) {
    test(`ends ${program} with one sentence`, async () => {
      await using folder = new Folder();
      folder.write('rooms', csv([room('a')]));
      const data = join(folder.write('file', ''), 'data');
      const path = fileURLToPath(new URL(`../src/${program}`, import.meta.url));
      const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
        cwd: folder.path,
        env: { PORT: '0', DATA_DIR: data },
        encoding: 'utf8',
      });
      assert.deepEqual([status, stdout], [1, '']);
      assert.equal(stderr, `Could not write to ${data}: the system says ENOTDIR. Set DATA_DIR to a folder that this user may make and write to.\n`);
    });
  }
});
