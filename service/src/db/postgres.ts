import type { Writable } from 'node:stream';
import pg from 'pg';
import type { Database, OwnerDatabase, OwnerTransaction, PoolState, RequestDatabase, RequestTransaction } from './database.ts';
import { DatabaseAway, DatabaseUnusable, writingError } from './errors.ts';
import { openRequest, STATEMENT_TIMEOUT } from './open-request.ts';
import { PreparedStatements } from './prepared.ts';
import { requestLogin } from './request-login.ts';
import { commit, inTransaction, leave, run } from './transaction.ts';
import { PARSERS } from './values.ts';

/** How long a request waits for a connection, in milliseconds. */
const CONNECTION_TIMEOUT = 5_000;
const READ_TIMEOUT = STATEMENT_TIMEOUT + 5_000;
/** A server that is gone without a word is found out in minutes, also by whoever waits for a long statement and sends nothing. */
const KEEP_ALIVE_AFTER = 30_000;

/** A new connection takes 20 times as long to answer its first report as one that has answered some: it learns the tables and plans anew. */
const IDLE_TIMEOUT = 10 * 60_000;

const OWNER_CONNECTIONS = 4;
const REQUEST_CONNECTIONS = 10;

export interface PostgresOptions {
  databaseUrl: string;
  /** Where requests log in. Absent: the owner makes a login of its own for them. */
  appDatabaseUrl?: string | undefined;
  /** How many connections requests share. */
  requestConnections?: number;
  /** When the server does not even say that the time is over, the network is gone. In milliseconds. */
  readTimeout?: number;
}

/** A PostgreSQL server. Requests log in as a role that owns nothing, so there is no other role for them to return to. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const { databaseUrl, appDatabaseUrl, requestConnections = REQUEST_CONNECTIONS, readTimeout = READ_TIMEOUT } = options;
  const ownerPool = openPool({ connectionString: databaseUrl, max: OWNER_CONNECTIONS });
  const owner = ownerOf(ownerPool);
  const pools: NamedPool[] = [['owner', ownerPool]];
  let requestPool: Promise<pg.Pool> | undefined;
  // Opened at the first request: the login needs the group role, which the migrations create.
  const pool = (): Promise<pg.Pool> => {
    requestPool ??= (appDatabaseUrl === undefined ? requestLogin(owner, databaseUrl) : Promise.resolve(appDatabaseUrl)).then(
      (connectionString) => {
        const opened = openPool({ connectionString, max: requestConnections, query_timeout: readTimeout, pipeline: true });
        pools.push(['request', opened]);
        return opened;
      },
      (error: unknown) => {
        requestPool = undefined;
        throw error;
      },
    );
    return requestPool;
  };
  try {
    const [row] = await owner.query<{ version: string }>(`select current_setting('server_version') as version`);
    return {
      name: `PostgreSQL ${row!.version}`,
      owner,
      request: requestOf(pool),
      connections: () => pools.map(stateOf),
      close: async () => {
        await Promise.all([ownerPool.end(), requestPool?.then((open) => open.end()).catch(() => {})]);
      },
    };
  } catch (error) {
    await ownerPool.end();
    if (error instanceof DatabaseAway) throw error;
    throw new DatabaseUnusable(`Could not open the database: ${(error as Error).message}. Check DATABASE_URL.`, { cause: error });
  }
}

type NamedPool = [PoolState['pool'], pg.Pool];

const stateOf = ([pool, { totalCount, idleCount, waitingCount }]: NamedPool): PoolState => ({
  pool,
  busy: totalCount - idleCount,
  idle: idleCount,
  waiting: waitingCount,
});

function openPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    idleTimeoutMillis: IDLE_TIMEOUT,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER,
    application_name: 'impact-service',
    types: { getTypeParser: ((oid: number, format: 'text') => PARSERS[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser },
    onConnect: async (client) => {
      // Without a listener a lost connection would end the process; the statement that runs on it fails by itself, and the pool opens another.
      client.on('error', () => {});
      await client.query(`set timezone to 'UTC'; set datestyle to 'ISO'`);
    },
    ...options,
  });
  pool.on('error', () => {});
  return pool;
}

function ownerOf(pool: pg.Pool): OwnerDatabase {
  return {
    query: async (sql, values) => {
      try {
        return await run(pool, sql, values);
      } catch (error) {
        throw writingError(error);
      }
    },
    transaction: (work, signal) =>
      inTransaction(pool, async (client) => {
        const giveUp = cancels(pool, client);
        signal?.addEventListener('abort', giveUp);
        try {
          // What is set for the transaction holds on the other nodes of Citus as well; nobody else knows the setting.
          await client.query(`begin; set local citus.propagate_set_commands to 'local'`);
          return await work(ownerTransaction(client, signal));
        } finally {
          signal?.removeEventListener('abort', giveUp);
        }
      }).catch((error: unknown) => {
        throw writingError(error);
      }),
    // Whoever is at it already does it for all. To vacuum is left to the server: in between, it would hold up what comes next by minutes.
    tidy: async (tables) => {
      await run(pool, `analyze (skip_locked) ${tables.join(', ')}`);
    },
  };
}

/** Lets the server give up what it does for this connection. Asked on another one, because this one waits. */
function cancels(pool: pg.Pool, client: pg.PoolClient): () => void {
  const { processID } = client as pg.PoolClient & { processID: number };
  return () => void run(pool, 'select pg_cancel_backend($1::integer)', [processID]).catch(() => {});
}

function requestOf(pool: () => Promise<pg.Pool>): RequestDatabase {
  const statements = new PreparedStatements();
  const begun =
    (begin: string, end: typeof commit): RequestDatabase['asOrganization'] =>
    async (organizationId, work) =>
      inTransaction(
        await pool(),
        async (client) => {
          const tx: RequestTransaction = {
            query: (sql, values) => run(client, sql, values),
            prepared: (sql, values) => statements.run(sql, (name) => run(client, sql, values, name)),
          };
          // Sent in one go with what the work asks first: one packet, which wakes the server once. Should they fail, the work has no organization, and
          // sees and changes nothing.
          const { stream } = (client as pg.PoolClient & { connection: { stream: Writable } }).connection;
          stream.cork();
          let asked: [opened: Promise<unknown>, worked: ReturnType<typeof work>];
          try {
            asked = [openRequest(client, begin, organizationId), work(tx)];
          } finally {
            // Also after a name that is none: the rollback would not be sent otherwise, and be waited for.
            stream.uncork();
          }
          await Promise.allSettled(asked);
          await asked[0];
          return asked[1];
        },
        end,
      );
  // Whoever waited for the organization's row must see what the one before has changed. To write is not asked for: a server that was set to only read,
  // because its disk is full, would let that pass.
  const change = begun('begin isolation level read committed', commit);
  return {
    // One snapshot: a refresh that ends meanwhile shall not mix two revisions into one report.
    asOrganization: begun('begin isolation level repeatable read, read only', leave),
    changeAsOrganization: (organizationId, work) =>
      change(organizationId, work).catch((error: unknown) => {
        throw writingError(error);
      }),
  };
}

const ownerTransaction = (client: pg.PoolClient, signal?: AbortSignal): OwnerTransaction => ({
  query: async (sql, values) => {
    signal?.throwIfAborted();
    return run(client, sql, values);
  },
  script: async (sql) => {
    signal?.throwIfAborted();
    await client.query(sql);
  },
});
