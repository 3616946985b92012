import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const START = join(import.meta.dirname, 'start.ts');
/** The first start simulates, loads and counts the samples: seconds on a quiet machine, far more on a busy one. */
const READY_MS = 170_000;

export interface StartOptions {
  dataDir: string;
  port?: number;
}

/** What `npm start` runs, as a process of its own. */
export interface Started {
  readonly url: string;
  /** Everything it wrote so far. */
  output(): string;
  /** Its exit code, once it has ended. */
  readonly exited: Promise<number | null>;
  /** Resolves when `/readyz` answers 200; rejects when the process ends before that. */
  ready(): Promise<void>;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A folder for the data of one run; `remove` it afterwards. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'impact-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function start({ dataDir, port }: StartOptions): Promise<Started> {
  const chosen = port ?? (await freePort());
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [START], {
    env: { ...environment, PORT: String(chosen), HOST: '127.0.0.1', DATA_DIR: dataDir, NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  // 'close', not 'exit': only then has all its output arrived.
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const url = `http://127.0.0.1:${chosen}/`;
  return {
    url,
    output: () => output,
    exited,
    ready: () => ready(url, exited, () => output),
    stop: () => {
      child.kill('SIGINT');
      return exited;
    },
  };
}

async function ready(url: string, exited: Promise<number | null>, output: () => string): Promise<void> {
  const ended = exited.then((code) => ({ ended: code }));
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    const answer = await Promise.race([ended, isReady(url)]);
    if (typeof answer === 'object') throw new Error(`Could not start the service: it ended with ${answer.ended}. It said:\n${output()}`);
    if (answer) return;
    await pause(100);
  }
  throw new Error(`Could not start the service: not ready after ${READY_MS / 1000} s. It said:\n${output()}`);
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}readyz`).then(
    async (response) => {
      await response.body?.cancel();
      return response.status === 200;
    },
    () => false,
  );
