// The command as an operator runs it: a process of its own, its exit code, its words, and what a kill leaves behind.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { migrate } from '../src/db/migrate.ts';
import { openDatabase } from '../src/db/open.ts';
import { derived, newOrganization } from './chats.ts';
import { newServerDatabase } from './databases.ts';
import { fingerprint, Folder, roomsOf } from './import-setting.ts';
import { MAPPING, SyncSource, until } from './sync-source.ts';

const COMMAND = fileURLToPath(new URL('../src/sync/command.ts', import.meta.url));

type Place = Partial<Record<'DATABASE_URL' | 'DATA_DIR' | 'SYNC_SOURCE_URL', string>>;

class Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  stdout = '';
  stderr = '';

  constructor(folder: Folder, place: Place, args: readonly string[]) {
    this.child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder.path, env: { ...process.env, ...place }, stdio: 'pipe' });
    this.child.stdout!.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr!.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
  }
}

/** `number of rows` rooms of an organization, and where a process finds everything. */
async function prepare(folder: Folder, source: SyncSource, rows: number): Promise<{ place: Place; organization: string }> {
  const DATABASE_URL = await newServerDatabase();
  const database = await openDatabase({ databaseUrl: DATABASE_URL });
  await migrate(database.owner);
  const organization = await newOrganization(database);
  await database.close();
  await source.run(
    `insert into "Rooms" select i, $1::uuid, 'c' || i % 900, 'WhatsApp', null, '2026-10-05T11:50:00Z', '2026-10-05T11:50:00Z', '2026-10-05 12:00:00', 'RESOLVE_AI', null, false,
       '2026-10-05T12:00:00Z'::timestamptz + make_interval(secs => i), null from generate_series(1, $2::int) i`,
    [organization, rows],
  );
  folder.write('sync.json', JSON.stringify({ ...MAPPING, poll_seconds: 1 }));
  return { place: { DATABASE_URL, DATA_DIR: '', SYNC_SOURCE_URL: source.url }, organization };
}

async function storedIn(place: Place, organization: string): Promise<{ rows: number; fingerprint: string; waiting: number }> {
  const database = await openDatabase({ databaseUrl: place.DATABASE_URL });
  try {
    const rooms = await roomsOf(database, organization);
    const [{ n }] = (await database.owner.query('select count(*)::int as n from changed_episodes where organization_id = $1', [organization])) as [
      { n: number },
    ];
    const everything = JSON.stringify([rooms, await derived(database.owner, organization)]).replaceAll(organization, '');
    return { rows: rooms.length, fingerprint: fingerprint(everything), waiting: n };
  } finally {
    await database.close();
  }
}

describe('sync command', () => {
  test('killed again and again at random moments, it ends where an unbroken run ends', async () => {
    await using folder = new Folder();
    await using source = await SyncSource.open();
    const { place, organization } = await prepare(folder, source, 16_000);
    let kills = 0;
    for (let wait = 50; kills < 4; wait += 150) {
      const running = new Running(folder, place, ['--config', 'sync.json', '--once']);
      await until(async () => running.child.exitCode !== null || (await source.isRead()));
      const killed = setTimeout(() => running.child.kill('SIGKILL'), Math.random() * wait);
      const code = await running.ended;
      clearTimeout(killed);
      if (code !== null) break;
      kills++;
    }
    assert.ok(kills > 0);
    const last = new Running(folder, place, ['--config', 'sync.json', '--once']);
    assert.equal(await last.ended, 0, last.stderr);
    await source.run('delete from "Rooms"');
    const unbroken = await prepare(folder, source, 16_000);
    assert.equal(await new Running(folder, unbroken.place, ['--config', 'sync.json', '--once']).ended, 0);
    assert.deepEqual(await storedIn(place, organization), await storedIn(unbroken.place, unbroken.organization));
    assert.equal((await storedIn(place, organization)).rows, 16_000);
  });

  test('follows until SIGTERM, and ends with 0', async () => {
    await using folder = new Folder();
    await using source = await SyncSource.open();
    const { place, organization } = await prepare(folder, source, 3);
    const running = new Running(folder, place, ['--config', 'sync.json']);
    await until(() => running.stdout.includes('3 changed') || running.child.exitCode !== null);
    await source.run(`update "Rooms" set how = 'RESOLVE', changed = now() where number = 2`);
    await until(() => running.stdout.includes('1 changed') || running.child.exitCode !== null);
    running.child.kill('SIGTERM');
    assert.equal(await running.ended, 0, running.stderr);
    assert.match(running.stdout, /^\d{4}-\d\d-\d\dT[\d:.]+Z rooms: 3 rows read, 3 changed; reports of 1 organization counted as of 2026-10-05T12:00:03Z\.$/m);
    assert.equal((await storedIn(place, organization)).waiting, 0);
  });

  test('says why it cannot go on, and never where the source is or who logs in there', async () => {
    await using folder = new Folder();
    await using source = await SyncSource.open();
    const { place } = await prepare(folder, source, 1);
    folder.write('broken.json', '{"rooms":{"table":"x","columns":{}}}');
    const wrong = new URL(source.url);
    [wrong.username, wrong.password] = ['secret-user', 'secret-password'];
    const away = new URL(wrong);
    away.port = '1';
    const calls: [args: string[], place: Place, problem: RegExp][] = [
      [['--config', 'none.json', '--once'], place, /^Could not read none\.json: the system says ENOENT/],
      [['--config', 'broken.json', '--once'], place, /^Could not use broken\.json:\n {2}rooms\.columns\.id is missing\.\n/],
      [['--config', 'sync.json', '--once'], { ...place, SYNC_SOURCE_URL: '' }, /^Set SYNC_SOURCE_URL/],
      [['--config', 'sync.json', '--once'], { ...place, SYNC_SOURCE_URL: 'secret-host' }, /^SYNC_SOURCE_URL must be an address/],
      [['--config', 'sync.json', '--once'], { ...place, SYNC_SOURCE_URL: away.href }, /^Could not reach the source \(ECONNREFUSED\)/],
      [['--config', 'sync.json'], { ...place, SYNC_SOURCE_URL: wrong.href }, /^Could not read the source: it does not accept the (password|login)/],
    ];
    for (const [args, where, problem] of calls) {
      const running = new Running(folder, where, args);
      assert.equal(await running.ended, 1, args.join(' '));
      assert.match(running.stderr, problem);
      assert.doesNotMatch(running.stderr + running.stdout, /secret|127\.0\.0\.1|postgres:\/\/(?!user:password@host)/);
    }
    const help = new Running(folder, place, ['--help']);
    assert.equal(await help.ended, 0);
    assert.match(help.stdout, /--reconcile/);
  });
});
