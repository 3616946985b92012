import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { authOf } from './auth/auth.ts';
import type { Config } from './config.ts';
import type { Database, OwnerDatabase } from './db/database.ts';
import { assertMigrated, migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { PendingDatabase } from './db/pending.ts';
import { isReplica } from './db/replica.ts';
import { selfCheck } from './db/self-check.ts';
import { logFailedCount, logHalfCount, type LogStream } from './log.ts';
import { Recounts } from './refresh/recounts.ts';
import { requestWaiting } from './refresh/requests.ts';

export interface ServiceOptions {
  config: Config;
  /** A folder with a page to serve at `/`. */
  staticRoot?: string;
  /** Work on the migrated database before the first request is answered, such as making sample organizations; on a replica nothing can be written. */
  prepare?: (owner: OwnerDatabase, on: DatabaseStanding) => Promise<void>;
  log?: LogStream;
}

/** A replica follows a primary: the service answers reports from it, and refuses changes. */
export type DatabaseStanding = 'primary' | 'replica';

export interface Service {
  /** Where it listens. */
  readonly url: string;
  /** What its database was at the start. */
  readonly database: DatabaseStanding;
  /** Finishes the requests that are in, then closes the database. */
  close(): Promise<void>;
}

/** The address cannot be listened on. */
export class CannotListen extends Error {
  override name = 'CannotListen';
}

/**
 * Starts the service: listens first, so that a taken port is found before any work is done, and answers 503 until the database is open,
 * migrated, prepared and checked.
 */
export async function startService({ config, staticRoot, prepare, log }: ServiceOptions): Promise<Service> {
  const pending = new PendingDatabase();
  let recounts: Recounts | undefined;
  const app = await buildApp({ database: pending, auth: authOf(config), config, staticRoot, log, onRefreshed: () => recounts?.wake() });
  const url = await listen(app, config);
  let database: Database | undefined;
  const close = async (): Promise<void> => {
    await Promise.all([recounts?.stop(), app.close()]);
    await database?.close();
  };
  try {
    database = await openDatabase(config.database);
    const standing = await upToDate(database.owner);
    await prepare?.(database.owner, standing);
    await selfCheck(database);
    pending.open(database);
    recounts = new Recounts(
      database.owner,
      (error, organizationId) => logFailedCount(app.log, organizationId, error),
      (organizationId) => logHalfCount(app.log, organizationId),
      standing === 'replica',
    );
    return { url, database: standing, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A replica gets its tables from the primary, so it is only looked at. */
async function upToDate(owner: OwnerDatabase): Promise<DatabaseStanding> {
  if (await isReplica(owner)) {
    await assertMigrated(owner);
    return 'replica';
  }
  await migrate(owner);
  await requestWaiting(owner);
  return 'primary';
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw cannotListen(error, host, port);
  }
  // A wildcard is no address that a browser could open.
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${(app.server.address() as AddressInfo).port}`;
}

function cannotListen(error: unknown, host: string, port: number): unknown {
  const where = `Could not listen on ${host}:${port}`;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new CannotListen(`${where}: the port is taken. Stop what listens there, or set PORT to another.`);
    case 'EACCES':
      return new CannotListen(`${where}: that needs more rights. Set PORT to 1024 or above.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CannotListen(`${where}: this machine does not have that address. Set HOST to one that it has.`);
    default:
      return error;
  }
}
