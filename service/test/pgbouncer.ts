import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '../src/db/postgres.ts';
import { freePort, NOBODY } from './real-postgres.ts';

export interface PgBouncer {
  /** For `APP_DATABASE_URL`. */
  url: string;
  stop: () => void;
}

export interface PgBouncerOptions {
  /** The program. */
  binary: string;
  /** A superuser's URL of a migrated database. */
  databaseUrl: string;
  /** How many connections to the server all clients share. */
  connections: number;
  /** 0: it knows nothing of prepared statements, as before 1.21. */
  preparedStatements: number;
}

/** Starts PgBouncer in transaction mode before a database, with a login for requests. It ends with this process. */
export async function startPgBouncer({ binary, databaseUrl, connections, preparedStatements }: PgBouncerOptions): Promise<PgBouncer> {
  const [target, port, password] = [new URL(databaseUrl), await freePort(), randomUUID()];
  const user = `pooled_${password.slice(0, 8)}`;
  await makeLogin(databaseUrl, user, password);
  const home = mkdtempSync(join(tmpdir(), 'impact-pgbouncer-'));
  // It refuses to run as root, and whoever it runs as instead has to read these.
  chmodSync(home, 0o755);
  const name = target.pathname.slice(1);
  writeFileSync(join(home, 'users'), `"${user}" "${password}"\n`);
  const settings = [
    ['listen_addr', '127.0.0.1'],
    ['listen_port', port],
    ['unix_socket_dir', ''],
    ['auth_type', 'scram-sha-256'],
    ['auth_file', join(home, 'users')],
    ['pool_mode', 'transaction'],
    ['default_pool_size', connections],
    ['max_client_conn', 1_000],
    ['max_prepared_statements', preparedStatements],
  ];
  writeFileSync(
    join(home, 'ini'),
    `[databases]\n${name} = host=${target.hostname} port=${target.port} dbname=${name}\n[pgbouncer]\n${settings.map(([key, value]) => `${key} = ${value}\n`).join('')}`,
  );
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const running = spawn(binary, [join(home, 'ini')], { ...identity, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = (): void => {
    process.removeListener('exit', stop);
    running.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', stop);
  await new Promise<void>((resolve, reject) => {
    let log = '';
    running.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('process up')) resolve();
    });
    running.once('error', reject);
    running.once('exit', () => reject(new Error(`PgBouncer ended: ${log}`)));
  });
  return { url: `postgres://${user}:${password}@127.0.0.1:${port}/${name}`, stop };
}

async function makeLogin(databaseUrl: string, user: string, password: string): Promise<void> {
  const database = await openPostgres({ databaseUrl });
  await database.owner.query(`create role ${user} login password '${password}' in role impact_app`);
  await database.close();
}
