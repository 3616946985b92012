// Two programs at once on one server, and one of them is killed: in the end everything is as if one after the other had worked undisturbed. Real
// processes of the real commands; recounts.test.ts and rebuild.test.ts look at single moments between two of them.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Database } from '../src/db/database.ts';
import { migrate } from '../src/db/migrate.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { lockOrganization } from '../src/organizations.ts';
import { countRequested, refreshOrganization } from '../src/refresh/refresh.ts';
import { requestCount } from '../src/refresh/requests.ts';
import { derived, newOrganization } from './chats.ts';
import { newServerDatabase, onCitus } from './databases.ts';
import type { Moment } from './die-at-step.ts';
import { csv, fingerprint, Folder, importInto, pendingOf, room, roomsOf } from './import-setting.ts';

const PRELOAD = new URL('die-at-step.ts', import.meta.url).href;
const source = (path: string): string => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

type Program = 'import' | 'rebuild' | 'server';
/** So few that they are looked up one by one, or so many that all chats are judged. */
type Changes = 'few' | 'many';

const PROGRAMS: Record<Program, (id: string, changes: Changes) => string[]> = {
  import: (id, changes) => [
    source('import/command.ts'),
    '--organization',
    id,
    '--rooms',
    `rooms-${changes}`,
    '--activity',
    `activity-${changes}`,
    '--rejects',
    `${id}.csv`,
  ],
  rebuild: (id) => [source('rebuild/command.ts'), '--organization', id],
  // It finds a request for all chats.
  server: () => [source('server.ts')],
};

/** Each pair has its round. */
const PAIRS: [killed: Program, other: Program][] = [
  ['import', 'rebuild'],
  ['rebuild', 'import'],
  ['rebuild', 'rebuild'],
  ['import', 'server'],
  ['server', 'import'],
  ['server', 'rebuild'],
];
const KILL = fc.record({
  changes: fc.constantFrom<Changes>('few', 'many'),
  share: fc.noBias(fc.nat(999)).map((thousandths) => thousandths / 1000),
  moment: fc.constantFrom<Moment>('before', 'during', 'after'),
});

const CHATS = 1_500;
const CHANGED: Record<Changes, number> = { few: 200, many: 1_200 };
const HOUR_MS = 3_600_000;

/** Twelve weeks of chats, among them returns and chats that the team took over, and the logs of those that AI answered. */
function writeFiles(folder: Folder): void {
  const rows = (first: number, changed: boolean) =>
    Array.from({ length: CHATS - first }, (_, i) => {
      const n = first + i;
      const at = (hours: number): string => new Date(Date.UTC(2026, 6, 13) + (n + hours) * 1.3 * HOUR_MS).toISOString();
      const team = n % 4 === (changed ? 1 : 0) ? 'budi' : '';
      const [created_at, closed_at] = [at(0), at(changed ? 0.7 : 0.4)];
      const who = { contact_id: `c${n % 17}`, channel: n % 3 ? 'whatsapp' : 'webchat', assign_channel_agent_id: team };
      return room(`r${n}`, { ...who, topic: `t${n % 5}`, created_at, first_inbound_at: created_at, closed_at, updated_at: at(changed ? 2 : 1) });
    });
  const logs = (first: number, answers: number) =>
    rows(first, true).map(({ id, updated_at }, i) => ({
      room_id: id!,
      ai_answers: String((i + answers) % 3),
      thanks_only: String(i % 11 === 0),
      updated_at: updated_at!,
    }));
  const write = (name: string, first: number, changed: boolean): void => {
    folder.write(`rooms-${name}`, csv(rows(first, changed)));
    folder.write(`activity-${name}`, csv(logs(first, changed ? 1 : 0), ['room_id', 'ai_answers', 'thanks_only', 'updated_at']));
  };
  write('base', 0, false);
  for (const [name, changed] of Object.entries(CHANGED)) write(name, CHATS - changed, true);
}

describe('two programs at once, one of them killed', () => {
  let database: Database;
  let databaseUrl: string;
  let folder: Folder;
  before(async () => {
    databaseUrl = await newServerDatabase();
    database = await openPostgres({ databaseUrl });
    await migrate(database.owner);
    folder = new Folder();
    writeFiles(folder);
  });
  after(async () => {
    await database.close();
    await folder[Symbol.asyncDispose]();
  });

  /** An organization whose first import was counted. */
  async function counted(): Promise<string> {
    const organizationId = await newOrganization(database);
    await importFiles(organizationId, 'base');
    return organizationId;
  }

  const importFiles = (organizationId: string, name: Changes | 'base'): Promise<unknown> =>
    importInto(database, folder, { organizationId, files: (['rooms', 'activity'] as const).map((kind) => ({ kind, path: `${kind}-${name}` })) });

  interface Running {
    child: ChildProcess;
    /** The service answers requests. */
    ready: Promise<unknown>;
    /** Its exit code or signal, and what it said on standard error. */
    ended: Promise<[code: number | string | null, said: string]>;
  }

  function start(program: Program, id: string, changes: Changes, environment: Record<string, string> = {}): Running {
    // Starting a process costs more than its work; compiled code is kept between them.
    const env = { PATH: process.env['PATH'], PORT: '0', DATABASE_URL: databaseUrl, NODE_COMPILE_CACHE: join(folder.path, 'compiled'), ...environment };
    const child = spawn(process.execPath, ['--import', PRELOAD, ...PROGRAMS[program](id, changes)], {
      cwd: folder.path,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const ready = new Promise<void>((resolve) => child.stdout.on('data', (chunk: Buffer) => chunk.includes('"ready"') && resolve()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return { child, ready, ended: once(child, 'close').then(([code, signal]) => [(code ?? signal) as number | string | null, said]) };
  }

  /** Waits for the program's end; the service, which has none, is told to stop when nothing waits to be counted. */
  async function finish(program: Program, { child, ready, ended }: Running, id: string): Promise<void> {
    if (program === 'server') {
      await Promise.race([ready, ended]);
      while (child.exitCode === null && (await waitingOf(id)) > 0) await pause(20);
      child.kill('SIGTERM');
    }
    const [code, said] = await ended;
    assert.equal(code, 0, said);
  }

  async function waitingOf(id: string): Promise<number> {
    const [row] = await database.owner.query<{ n: number }>('select count(*)::int as n from recounts where organization_id = $1', [id]);
    return row!.n;
  }

  /** Figures as they are before a request for all chats is worked off. */
  async function spoil(id: string): Promise<void> {
    await database.owner.query(`update episode_outcomes set outcome = 'ended_unclear', turns = 3 where organization_id = $1 and id like '%7'`, [id]);
    await database.owner.query('update daily_counts set handed_over = handed_over + 1 where organization_id = $1', [id]);
    await requestCount(database.owner, id, { whole: true });
  }

  /** Both start behind a locked organization, which is let go when all that still live wait for it: so they meet, whichever starts faster. */
  const startTogether = (id: string, one: () => Running, other: () => Running): Promise<readonly [Running, Running]> =>
    database.owner.transaction(async (tx) => {
      await lockOrganization(tx, id);
      const running = [one(), other()] as const;
      const living = (): number => running.filter(({ child }) => child.exitCode === null && child.signalCode === null).length;
      // On a cluster a program waits on the node that has the organization.
      const blocked = onCitus
        ? 'select count(distinct waiting_gpid)::int as n from citus_lock_waits'
        : `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      while ((await database.owner.query<{ n: number }>(blocked))[0]!.n < living()) await pause(5);
      return running;
    });

  /** What is left of an organization, without its id. How often and when a period was frozen may differ, its figures may not. */
  async function leftBy(id: string): Promise<Record<string, string>> {
    const { outcomes, counts, trend } = await derived(database.owner, id);
    const rows = (sql: string): Promise<object[]> => database.owner.query(sql, [id]);
    const parts = {
      rooms: await roomsOf(database, id),
      outcomes,
      counts,
      trend,
      organization: await rows('select as_of, channels, incoming_until from organizations where id = $1'),
      quality: await rows('select * from quality_coverage where organization_id = $1 order by month'),
      forecasts: await rows('select *, null as issued_at from forecasts where organization_id = $1 order by unit, from_day'),
      frozen: await rows(
        `select *, null as revision, null as as_of, null as frozen_at
         from (
           select distinct on (dimension, key, unit, from_day) *
           from period_revisions where organization_id = $1 order by dimension, key, unit, from_day, revision desc
         ) newest
         order by dimension, key, unit, from_day`,
      ),
    };
    const without = (row: unknown): object => ({ ...(row as object), organization_id: null });
    const prints = Object.entries(parts).map(([part, value]) => [part, `${value.length} ${fingerprint(value.map(without))}`]);
    return Object.fromEntries(prints);
  }

  /** How many steps each program has when nothing disturbs it, and what they leave. */
  async function undisturbed(changes: Changes): Promise<{ steps: Record<Program, number>; left: Record<string, string> }> {
    const id = await counted();
    const stepsOf = async (program: 'import' | 'rebuild'): Promise<number> => {
      const STEPS_TO = join(folder.path, 'steps');
      await finish(program, start(program, id, changes, { STEPS_TO }), id);
      return Number(readFileSync(STEPS_TO, 'utf8'));
    };
    const [imports, counts] = [await stepsOf('import'), await stepsOf('rebuild')];
    return { steps: { import: imports, rebuild: counts, server: counts }, left: await leftBy(id) };
  }

  test('at a random step leaves what an unbroken run leaves', async (context) => {
    const expected = { few: await undisturbed('few'), many: await undisturbed('many') };
    const seed = Math.floor(Math.random() * 2 ** 31);
    context.diagnostic(`seed ${seed}`);
    const kills = fc.sample(KILL, { seed, numRuns: PAIRS.length });
    for (const [i, [killed, other]] of PAIRS.entries()) {
      const { changes, share, moment } = kills[i]!;
      const { steps, left } = expected[changes];
      const DIE_AT = `${1 + Math.floor(share * steps[killed])} ${moment}`;
      const round = `${killed} (${changes} changes) killed at ${DIE_AT} of ${steps[killed]} beside ${other}, seed ${seed}`;
      context.diagnostic(round);
      const id = await counted();
      const isImported = killed === 'import' || other === 'import';
      if (!isImported) await importFiles(id, changes);
      if (killed === 'server' || other === 'server' || !isImported) await spoil(id);
      const [victim, survivor] = await startTogether(
        id,
        () => start(killed, id, changes, { DIE_AT }),
        () => start(other, id, changes),
      );
      // a service that has fewer steps lives on
      if (killed === 'server') void survivor.ended.then(() => victim.child.kill('SIGKILL'));
      assert.equal((await victim.ended)[0], 'SIGKILL', round);
      // Only an import has to be started again: whatever else was under way is left to whoever comes next.
      if (killed === 'import') await finish('import', start('import', id, changes), id);
      await finish(other, survivor, id);
      while ((await waitingOf(id)) > 0) await countRequested(database.owner, id, new AbortController().signal, assert.fail);
      assert.deepEqual(await leftBy(id), left, round);
      // chats that changed while all were judged are judged once more
      await refreshOrganization(database.owner, id);
      assert.equal(await pendingOf(database, id), 0);
      assert.deepEqual(await leftBy(id), left, round);
    }
  });
});
