// The import is killed at random steps, goes on, and is killed again: in the end everything is as if nothing had happened. On a server, where the
// statement that was sent goes on without its sender; import-command.test.ts kills it on PGlite too.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Database } from '../src/db/database.ts';
import { migrate } from '../src/db/migrate.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { derived, newOrganization } from './chats.ts';
import { newServerDatabase } from './databases.ts';
import { csv, fingerprint, Folder, pendingOf, room, roomsOf } from './import-setting.ts';

const PROGRAM = fileURLToPath(new URL('import-until-killed.ts', import.meta.url));

const KILLS = 20;
/** How far between the first step that writes and the last, and at which moment of that step. */
const KILL = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true }),
  moment: fc.constantFrom('before', 'during', 'after'),
});

function writeFiles(folder: Folder): void {
  // Three batches; the same id again in other batches, older and newer; a bad row now and then. So few ids that the tables are not tidied.
  const rows = Array.from({ length: 11_000 }, (_, i) => {
    const second = String(i % 60).padStart(2, '0');
    return room(`r${(i * 7919) % 4500}`, { contact_id: `c${i % 2000}`, topic: `t${i}`, updated_at: i % 500 === 0 ? '' : `2026-10-05T12:00:${second}Z` });
  });
  folder.write('rooms', csv(rows));
  const activity = Array.from({ length: 300 }, (_, i) => `{"room_id":"r${i}","ai_answers":${i % 50 === 0 ? -1 : i % 3},"updated_at":"2026-10-05T12:00:00Z"}\n`);
  folder.write('activity', activity.join(''));
}

/** What an import leaves, without the organization's id. */
async function leftBy(database: Database, folder: Folder, id: string): Promise<Record<string, string>> {
  const { outcomes, counts } = await derived(database.owner, id);
  const imports = await database.owner.query(
    `select kind, records_done, rows_changed, rows_rejected, rejects_bytes, newest_event, finished_at is not null as finished from imports where organization_id = $1 order by kind`,
    [id],
  );
  const without = (rows: unknown[]): object[] => rows.map((row) => ({ ...(row as object), organization_id: null }));
  const parts = { rooms: await roomsOf(database, id), imports, outcomes: without(outcomes), counts: without(counts), rejects: folder.read(`${id}.csv`) };
  return { ...Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, fingerprint(value)])), waiting: String(await pendingOf(database, id)) };
}

describe('an import that is killed', () => {
  let database: Database;
  let databaseUrl: string;
  before(async () => {
    databaseUrl = await newServerDatabase();
    database = await openPostgres({ databaseUrl });
    await migrate(database.owner);
  });
  after(() => database.close());

  /** @returns what it said at its end, or null when it was killed */
  async function run(folder: Folder, id: string, step = 0, moment = 'before'): Promise<string | null> {
    // Starting the process costs more than its work; compiled code is kept between them.
    const env = { ...process.env, DATABASE_URL: databaseUrl, NODE_COMPILE_CACHE: join(folder.path, 'compiled') };
    const child = spawn(process.execPath, [PROGRAM, id, String(step), moment], { cwd: folder.path, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [written, said] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (signal === 'SIGKILL') return null;
    assert.equal(code, 0, said);
    return written;
  }

  test(`at ${KILLS} random steps ends where an unbroken one ends`, async (context) => {
    await using folder = new Folder();
    writeFiles(folder);
    const unbroken = await newOrganization(database);
    const { steps, firstWrite } = JSON.parse((await run(folder, unbroken))!) as { steps: number; firstWrite: number };

    const seed = Math.floor(Math.random() * 2 ** 31);
    context.diagnostic(`seed ${seed}`);
    const broken = [await newOrganization(database)];
    for (const kills = fc.sample(KILL, { seed, numRuns: KILLS }); kills.length > 0;) {
      const { share, moment } = kills[0]!;
      if ((await run(folder, broken[0]!, firstWrite + Math.round(share * (steps - firstWrite)), moment)) === null) kills.shift();
      // A run that goes on has fewer steps. When it ends before its kill, another organization meets that.
      else broken.unshift(await newOrganization(database));
    }
    await run(folder, broken[0]!);

    const expected = await leftBy(database, folder, unbroken);
    assert.equal(expected['waiting'], '0');
    for (const id of broken) assert.deepEqual(await leftBy(database, folder, id), expected, `seed ${seed}`);
  });
});
