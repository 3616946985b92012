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
import type { Moment, StepKind } from './import-until-killed.ts';
import { csv, fingerprint, Folder, pendingOf, room, roomsOf } from './import-setting.ts';

const PROGRAM = fileURLToPath(new URL('import-until-killed.ts', import.meta.url));

const KILLS = 20;
/** At which kind of step, how far between the first and the last of them, and at which moment. A commit is where most can go wrong. */
const KILL = fc.record({
  kind: fc.constantFrom<StepKind>('statement', 'commit'),
  share: fc.noBias(fc.nat(999)).map((thousandths) => thousandths / 1000),
  moment: fc.constantFrom<Moment>('before', 'during', 'after'),
});

function writeFiles(folder: Folder): void {
  // Two batches; the same id again in the other one, older and newer; a bad row now and then.
  const rows = Array.from({ length: 5_500 }, (_, i) => {
    const second = String(i % 60).padStart(2, '0');
    return room(`r${(i * 7919) % 2300}`, { contact_id: `c${i % 900}`, topic: `t${i}`, updated_at: i % 250 === 0 ? '' : `2026-10-05T12:00:${second}Z` });
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
  async function run(folder: Folder, id: string, ...kill: readonly [StepKind, number, Moment] | readonly []): Promise<string | null> {
    // Starting the process costs more than its work; compiled code is kept between them.
    const env = { ...process.env, DATABASE_URL: databaseUrl, NODE_COMPILE_CACHE: join(folder.path, 'compiled') };
    const child = spawn(process.execPath, [PROGRAM, id, ...kill.map(String)], { cwd: folder.path, env, stdio: ['ignore', 'pipe', 'pipe'] });
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
    const steps = JSON.parse((await run(folder, unbroken))!) as Record<StepKind, number>;
    assert.ok(steps.statement > 20 && steps.commit >= 4, JSON.stringify(steps));

    const seed = Math.floor(Math.random() * 2 ** 31);
    context.diagnostic(`seed ${seed}`);
    const broken = [await newOrganization(database)];
    for (const { kind, share, moment } of fc.sample(KILL, { seed, numRuns: KILLS })) {
      const kill = [kind, 1 + Math.floor(share * steps[kind]), moment] as const;
      if ((await run(folder, broken[0]!, ...kill)) === null) continue;
      // What goes on has fewer steps left, and ended before its kill. Another organization meets that.
      broken.unshift(await newOrganization(database));
      assert.equal(await run(folder, broken[0]!, ...kill), null, `seed ${seed}`);
    }
    await run(folder, broken[0]!);

    const expected = await leftBy(database, folder, unbroken);
    assert.equal(expected['waiting'], '0');
    for (const id of broken) assert.deepEqual(await leftBy(database, folder, id), expected, `seed ${seed}`);
  });
});
