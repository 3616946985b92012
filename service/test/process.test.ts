import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../src/config.ts';
import { createOrganization } from '../src/organizations.ts';
import { CannotListen, startService } from '../src/service.ts';
import { appFor, bearer } from './service-under-test.ts';

const SERVER = fileURLToPath(new URL('../src/server.ts', import.meta.url));
const SAMPLE = {
  id: '22222222-2222-4222-8222-222222222222',
  name: 'Klinik',
  timeZone: 'Asia/Makassar',
  aiActivatedOn: '2026-01-05',
  source: 'sample',
} as const;
const quiet = { write: () => {} };

interface Running {
  child: ChildProcess;
  /** Resolves with the URL once requests are answered. */
  ready: Promise<string>;
  /** The exit code, or the signal, and everything that was said on standard error. */
  ended: Promise<{ code: number | string | null; said: string }>;
}

/** `node service/src/server.ts` with nothing but this environment. */
function run(environment: Record<string, string>): Running {
  const child = spawn(process.execPath, [SERVER], { env: { PORT: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [written, said] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      written += chunk.toString();
      const url = /"ready","url":"([^"]+)"/.exec(written)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`ended before it was ready: ${said}`)));
  });
  ready.catch(() => {});
  const ended = once(child, 'close').then(([code, signal]) => ({ code: (code ?? signal) as number | string | null, said }));
  return { child, ready, ended };
}

describe('the service as a process', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'impact-process-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('serves, says in one sentence why another cannot, stops cleanly, and survives being killed', async () => {
    const data = { DATA_DIR: join(folder, 'data') };
    const first = run(data);
    const url = await first.ready;
    assert.equal((await fetch(`${url}/readyz`)).status, 200);

    const [sameFolder, samePort] = [run(data), run({ DATA_DIR: join(folder, 'other'), PORT: new URL(url).port })];
    assert.deepEqual(await sameFolder.ended, {
      code: 1,
      said: `Could not open the data in ${data.DATA_DIR}: process ${first.child.pid} is using them. Stop it, or set DATA_DIR to another folder.\n`,
    });
    assert.deepEqual(await samePort.ended, {
      code: 1,
      said: `Could not listen on 127.0.0.1:${new URL(url).port}: the port is taken. Stop what listens there, or set PORT to another.\n`,
    });
    assert.ok(!existsSync(join(folder, 'other')), 'a taken port is found before any folder is made');

    first.child.kill('SIGKILL');
    assert.equal((await first.ended).code, 'SIGKILL');
    const second = run(data);
    await second.ready;
    second.child.kill('SIGTERM');
    assert.deepEqual(await second.ended, { code: 0, said: '' });
    assert.ok(!existsSync(join(data.DATA_DIR, 'lock')));
  });

  test('stops cleanly while it starts', async () => {
    const starting = run({ DATA_DIR: join(folder, 'starting') });
    const locked = join(folder, 'starting', 'lock');
    while (!existsSync(locked)) await new Promise((next) => setImmediate(next));
    starting.child.kill('SIGINT');
    assert.deepEqual(await starting.ended, { code: 0, said: '' });
    assert.ok(!existsSync(locked));
  });

  for (const [environment, sentence] of [
    [{ NODE_ENV: 'production' }, 'In production mode set AUTH_SECRET or AUTH_JWKS_URL, so that tokens can be verified.\n'],
    [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535.\n'],
    [{ HOST: '192.0.2.1' }, 'Could not listen on 192.0.2.1:0: this machine does not have that address. Set HOST to one that it has.\n'],
    [{ DATABASE_URL: 'postgres://u:p@127.0.0.1:1/d' }, 'Could not reach the database: connect ECONNREFUSED 127.0.0.1:1. Try again later.\n'],
  ] as const) {
    test(`does not start with ${JSON.stringify(environment)}`, async () => {
      assert.deepEqual(await run(environment).ended, { code: 1, said: sentence });
    });
  }
});

describe('starting the service', () => {
  const config = (port: number, dataDir?: string) => ({ ...readConfig({}), port, database: { dataDir } });

  test('listens at once, and answers 503 until everything is prepared', async () => {
    const port = await freePort();
    const seen: unknown[] = [];
    const service = await startService({
      config: config(port),
      log: quiet,
      prepare: async (owner) => {
        await createOrganization(owner, SAMPLE);
        const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
        seen.push(answer.status, answer.headers.get('retry-after'), (await fetch(`http://127.0.0.1:${port}/healthz`)).status);
      },
    });
    assert.deepEqual(seen, [503, '5', 200]);
    assert.equal(service.url, `http://127.0.0.1:${port}`);
    assert.equal((await fetch(`${service.url}/readyz`)).status, 200);
    const organizations = await (await fetch(`${service.url}/dev/organizations`)).json();
    assert.deepEqual(organizations, [{ id: SAMPLE.id, name: 'Klinik', time_zone: 'Asia/Makassar', ai_activated_on: '2026-01-05', source: 'sample' }]);
    await service.close();
    await assert.rejects(fetch(`${service.url}/healthz`));
  });

  test('that fails gives back the port and the folder', async () => {
    const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), 'impact-start-'))];
    const failing = startService({ config: config(port, folder), log: quiet, prepare: () => Promise.reject(new Error('no samples')) });
    await assert.rejects(failing, /no samples/);
    await assert.rejects(fetch(`http://127.0.0.1:${port}/healthz`));
    assert.ok(!existsSync(join(folder, 'lock')));
    rmSync(folder, { recursive: true });
  });

  test('on a taken port opens nothing', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    await assert.rejects(startService({ config: config(port, '/nowhere/at/all'), log: quiet }), CannotListen);
    server.close();
  });
});

describe('stopping', () => {
  test('answers what was asked before', async () => {
    let [arrive, release] = [() => {}, () => {}];
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    const asOrganization = async <T>(): Promise<T> => {
      arrive();
      await released;
      return undefined as T;
    };
    const app = await appFor({ owner: undefined as never, connections: () => [], request: { asOrganization, changeAsOrganization: asOrganization } });
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const answer = fetch(`${url}/readyz`, { headers: await bearer({}) });
    await arrived;
    const closed = app.close();
    await assert.rejects(fetch(`${url}/healthz`, { headers: { connection: 'close' } }));
    release();
    const { status, headers } = await answer;
    assert.deepEqual([status, headers.get('connection')], [200, 'close']);
    await closed;
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
