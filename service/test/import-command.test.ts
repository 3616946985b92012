// The command as an operator runs it: a process of its own, its exit code, its words, and what a kill leaves behind.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../src/db/open.ts';
import { derived } from './chats.ts';
import { eachDatabase, newServerDatabase, type Open } from './databases.ts';
import { makeDataFolder } from './data-folder.ts';
import { csv, fingerprint, Folder, room, roomsOf } from './import-setting.ts';

const COMMAND = fileURLToPath(new URL('../src/import/command.ts', import.meta.url));
const CREATE = ['--create', '--name', 'Toko Rina', '--time-zone', 'Asia/Jakarta', '--ai-activated-on', '2026-03-02'];

/** Where the command finds its database. */
type Place = { DATABASE_URL: string; DATA_DIR: string };

/** Where nothing is yet. */
const newPlace = async (open: Open, folder: Folder): Promise<Place> =>
  open.kind === 'PGlite' ? { DATABASE_URL: '', DATA_DIR: join(folder.path, 'data') } : { DATABASE_URL: await newServerDatabase(), DATA_DIR: '' };

async function placeOf(open: Open, folder: Folder): Promise<Place> {
  const place = await newPlace(open, folder);
  if (open.kind === 'PGlite') await makeDataFolder(place.DATA_DIR);
  return place;
}

const openPlace = (place: Place) => openDatabase({ databaseUrl: place.DATABASE_URL || undefined, dataDir: place.DATA_DIR || undefined });

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

function start(folder: Folder, place: Place, args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder.path, env: { ...process.env, ...place }, stdio: 'pipe' });
  const ended: Ended = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (ended.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (ended.stderr += chunk.toString()));
  return {
    child,
    ended: once(child, 'close').then(([code]) => ({ ...ended, code: code as number | null })),
  };
}

async function run(folder: Folder, place: Place, args: readonly string[], stdin = ''): Promise<Ended> {
  const { child, ended } = start(folder, place, args);
  // a command that refuses its options ends without reading
  child.stdin!.on('error', () => {});
  child.stdin!.end(stdin);
  return ended;
}

/** Kills the process as soon as it says that the first batch is committed. */
async function killAfterFirstBatch(folder: Folder, place: Place, args: readonly string[]): Promise<void> {
  const { child, ended } = start(folder, place, args);
  child.stderr!.on('data', (chunk: Buffer) => chunk.includes('Importing') && child.kill('SIGKILL'));
  assert.equal((await ended).code, null);
}

eachDatabase('import command', (open) => {
  test('makes an organization before there is any chat, for a sync that brings them', async () => {
    await using folder = new Folder();
    const { code, stdout } = await run(folder, await newPlace(open, folder), ['--organization', randomUUID(), ...CREATE]);
    assert.equal(code, 0);
    assert.match(stdout, /^The organization is there\. Its reports begin with its first chats\. [\d.]+ s\.\n$/);
  });

  test('killed in the middle and run again, it ends where an unbroken run ends', async () => {
    await using folder = new Folder();
    const place = await placeOf(open, folder);
    // the same id again in other batches, older and newer; a bad row now and then
    const rows = Array.from({ length: 12_000 }, (_, i) => {
      const second = String(i % 60).padStart(2, '0');
      return room(`r${(i * 7919) % 11_000}`, { contact_id: `c${i % 4000}`, topic: `t${i}`, updated_at: i % 500 === 0 ? '' : `2026-10-05T12:00:${second}Z` });
    });
    folder.write('rooms.csv', csv(rows));
    folder.write(
      'activity.ndjson',
      Array.from({ length: 1000 }, (_, i) => `{"room_id":"r${i}","ai_answers":${i % 300 === 0 ? -1 : i % 3},"updated_at":"2026-10-05T12:00:00Z"}\n`).join(''),
    );
    const [broken, unbroken] = [randomUUID(), randomUUID()];
    const args = (id: string): string[] => ['--organization', id, ...CREATE, '--rooms', 'rooms.csv', '--activity', 'activity.ndjson', '--rejects', `${id}.csv`];
    await killAfterFirstBatch(folder, place, args(broken));
    let database = await openPlace(place);
    const done =
      'select kind, records_done, rows_changed, rows_rejected, rejects_bytes, newest_event, finished_at is not null as finished from imports where organization_id = $1 order by kind';
    const [half] = await database.owner.query<{ records_done: number; finished: boolean }>(done, [broken]);
    await database.close();
    assert.ok(half!.records_done >= 5000 && half!.records_done < 12_000 && !half!.finished, JSON.stringify(half));
    const resumed = await run(folder, place, args(broken));
    assert.equal(resumed.code, 0, resumed.stderr);
    assert.match(resumed.stdout, /Went on after [\d,]+ rows that an interrupted run had done/);
    assert.equal((await run(folder, place, args(unbroken))).code, 0);
    database = await openPlace(place);
    try {
      assert.equal(fingerprint(await roomsOf(database, broken)), fingerprint(await roomsOf(database, unbroken)));
      assert.deepEqual(await database.owner.query(done, [broken]), await database.owner.query(done, [unbroken]));
      assert.equal(withoutIds(await derived(database.owner, broken)), withoutIds(await derived(database.owner, unbroken)));
    } finally {
      await database.close();
    }
    assert.equal(fingerprint(folder.read(`${broken}.csv`)), fingerprint(folder.read(`${unbroken}.csv`)));
    const again = await run(folder, place, args(broken));
    assert.equal(again.code, 0);
    assert.match(again.stdout, /rooms\.csv \(rooms\): already imported, nothing to do\.\n.*activity.*already imported, nothing to do/);
  });

  test('tells of closing reasons that are misspelled, each time the file comes, and exits with 2 under --strict', async () => {
    await using folder = new Folder();
    const place = await placeOf(open, folder);
    folder.write('rooms.csv', csv([room('a'), room('b', { closed_reason: 'resolve_ai' }), room('c', { closed_reason: 'Resolve AI' })]));
    const organization = ['--organization', randomUUID(), ...CREATE, '--rooms', 'rooms.csv'];
    const noted = /^ {2}2 rows with a closed_reason that looks like RESOLVE_AI but [^\n]+ not counted as RESOLVE_AI\. [^\n]+ import it again\.$/m;
    const [first, strict] = [await run(folder, place, organization), await run(folder, place, [...organization, '--strict'])];
    assert.deepEqual([first.code, strict.code], [0, 2]);
    assert.match(first.stdout, noted);
    assert.match(strict.stdout, noted);
    assert.match(strict.stdout, /already imported/);
    assert.equal(/resolve_ai|Resolve AI/.test(first.stdout + first.stderr), false);
  });

  test('tells what it did, exits with 2 under --strict, and never shows a value of a row', async () => {
    await using folder = new Folder();
    const place = await placeOf(open, folder);
    const rows = csv([
      room('a'),
      room('secret-id', { contact_id: 'secret-contact', closed_at: 'secret-time' }),
      room('c', { updated_at: '2026-10-05 12:00:00' }),
    ]);
    const organization = ['--organization', randomUUID()];
    const strict = await run(folder, place, [...organization, ...CREATE, '--rooms', '-', '--strict'], rows);
    assert.equal(strict.code, 2, strict.stderr);
    assert.match(strict.stdout, /standard input \(rooms\): 3 rows read, 2 changed, 0 unchanged, 1 rejected\./);
    assert.match(strict.stdout, /rooms\.rejects\.csv, with line, column and reason \(closed_at 1\)/);
    assert.match(strict.stdout, /1 time without a zone: read as UTC/);
    assert.match(strict.stdout, /Reports are counted as of 2026-10-05T12:00:00Z/);
    assert.match(folder.read('rooms.rejects.csv'), /^rooms,3,closed_at,.*secret-time/m);
    assert.equal((strict.stdout + strict.stderr).includes('secret'), false);
    folder.write('broken.csv', `${rows}"never closed`);
    const broken = await run(folder, place, [...organization, '--rooms', 'broken.csv']);
    assert.equal(broken.code, 1);
    assert.match(broken.stderr, /^Could not import broken\.csv: a quote is never closed, in the record that starts on line 5\. [^\n]+\n$/);
    const unknown = await run(folder, place, ['--organization', randomUUID(), '--rooms', 'broken.csv']);
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /there is no organization/);
  });

  if (open.kind === 'PGlite') {
    test('says what to do when the service has the folder open', async () => {
      await using folder = new Folder();
      const place = await placeOf(open, folder);
      folder.write('rooms.csv', csv([room('a')]));
      const service = await openPlace(place);
      const { code, stderr } = await run(folder, place, ['--organization', randomUUID(), ...CREATE, '--rooms', 'rooms.csv']);
      await service.close();
      assert.equal(code, 1);
      assert.match(stderr, /process \d+ is using them\. Stop it.*DATABASE_URL/);
    });
  }
});

describe('import command', () => {
  test('says in one sentence why it cannot start, before it touches anything', async () => {
    await using folder = new Folder();
    folder.write('rooms.csv', csv([room('a')]));
    const place = { DATABASE_URL: 'postgres://127.0.0.1:1/none', DATA_DIR: '' };
    const calls: [file: string, problem: RegExp][] = [
      ['none.csv', /none\.csv: there is no such file/],
      ['.', /it is a folder/],
      ['rooms.csv', /Could not reach the database/],
    ];
    for (const [file, problem] of calls) {
      const { code, stdout, stderr } = await run(folder, place, ['--organization', randomUUID(), '--rooms', file]);
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, problem);
      assert.match(stderr, /^Could not [^\n]+\n$/);
    }
    const help = await run(folder, place, ['--help']);
    assert.equal(help.code, 0);
    assert.match(help.stdout, /--as-of INSTANT/);
  });
});

const withoutIds = ({ outcomes, counts, trend }: Awaited<ReturnType<typeof derived>>): string =>
  fingerprint([...outcomes, ...counts, ...trend].map((row) => ({ ...(row as object), organization_id: null })));
