// How the service ends as a process: asked to, asked twice, and by a fault of its own.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../src/db/database.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { newOrganization } from './chats.ts';
import { newServerDatabase } from './databases.ts';
import { bearer, SECRET } from './service-under-test.ts';

/** The service as `server.ts` runs it, and what else the test does in its process when it is ready. */
const program = (then: string): string => `
  import { readConfig } from ${JSON.stringify(new URL('../src/config.ts', import.meta.url).href)};
  import { runService } from ${JSON.stringify(new URL('../src/run-service.ts', import.meta.url).href)};
  await runService(() => ({ config: readConfig(process.env), log: { write() {} } }), ({ url }) => { console.log(url); ${then} });`;

interface Running {
  child: ChildProcess;
  url: string;
  ended: Promise<{ code: number | string; said: string }>;
}

describe('the process of the service', () => {
  let databaseUrl: string;
  let database: Database;
  let headers: { authorization: string };
  before(async () => {
    databaseUrl = await newServerDatabase();
    database = await openPostgres({ databaseUrl });
  });
  after(() => database.close());

  async function run(then = ''): Promise<Running> {
    const env = { PORT: '0', AUTH_SECRET: SECRET, DATABASE_URL: databaseUrl };
    const child = spawn(process.execPath, ['--input-type=module', '-e', program(then)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = once(child, 'close').then(([code, signal]) => ({ code: (code ?? signal) as number | string, said }));
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, url: first.toString().trim(), ended };
  }

  /** Asks for reports that have to wait for a lock, until the work is done. */
  async function whileAsked(url: string, requests: number, work: (answers: Promise<number>[]) => Promise<void>): Promise<void> {
    headers ??= await bearer({ org_id: await newOrganization(database) });
    await database.owner.transaction(async (tx) => {
      await tx.query('lock table organizations');
      const answers = Array.from({ length: requests }, async () => (await fetch(`${url}/v1/impact-report`, { headers })).status);
      answers.forEach((answer) => answer.catch(() => {}));
      const waiting = `select count(*)::int as n from pg_locks where not granted and relation = 'organizations'::regclass`;
      while ((await tx.query<{ n: number }>(waiting))[0]!.n < requests);
      await work(answers);
    });
  }

  const hangsUp = async (url: string): Promise<void> => {
    while (
      await fetch(`${url}/healthz`, { headers: { connection: 'close' } }).then(
        () => true,
        () => false,
      )
    );
  };

  test('asked to stop in the middle of requests finishes them, takes no others, and ends with 0', async () => {
    const { child, url, ended } = await run();
    let asked: Promise<number>[] = [];
    await whileAsked(url, 5, async (answers) => {
      asked = answers;
      child.kill('SIGTERM');
      await hangsUp(url);
    });
    assert.deepEqual(await Promise.all(asked), [200, 200, 200, 200, 200]);
    assert.deepEqual(await ended, { code: 0, said: '' });
  });

  test('asked twice ends at once', async () => {
    const { child, url, ended } = await run();
    await whileAsked(url, 1, async ([answer]) => {
      child.kill('SIGTERM');
      await hangsUp(url);
      child.kill('SIGINT');
      assert.deepEqual(await ended, { code: 'SIGINT', said: '' });
      await assert.rejects(answer!);
    });
  });

  for (const [what, fault] of [
    ['a rejected promise', `Promise.reject(new Error('canary +6281234567890'))`],
    ['an error in a callback', `setImmediate(() => { throw new RangeError('canary') })`],
  ] as const) {
    test(`ends with 1 after ${what} that nobody met, and says where but not what`, async () => {
      const { ended } = await run(fault);
      const { code, said } = await ended;
      assert.equal(code, 1);
      assert.match(said, /^Could not go on, by a fault of this program: \w+/);
      assert.doesNotMatch(said, /canary|628/);
    });
  }
});
