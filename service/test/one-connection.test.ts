// What one connection goes through when many share it: other organizations, failures, statements that never end, a network that swallows.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import type { Database, Queryable } from '../src/db/database.ts';
import { DatabaseAway } from '../src/db/errors.ts';
import { migrate } from '../src/db/migrate.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { newOrganization } from './chats.ts';
import { newServerDatabase } from './databases.ts';
import { appFor, bearer, send } from './service-under-test.ts';

describe('one connection for all requests', () => {
  let databaseUrl: string;
  let database: Database;
  let organizations: string[];
  before(async () => {
    databaseUrl = await newServerDatabase();
    database = await openPostgres({ databaseUrl, requestConnections: 1 });
    await migrate(database.owner);
    organizations = [await newOrganization(database), await newOrganization(database), await newOrganization(database)];
    for (const id of organizations) await database.owner.query(`insert into cost_assumptions values ($1, 1, 5, null, null, $2, now())`, [id, id]);
  });
  after(() => database.close());

  const ownOf = async (tx: Queryable): Promise<string[]> =>
    (await tx.query<{ id: string }>('select id::text from organizations union all select changed_by from cost_assumptions')).map(({ id }) => id);

  /** What a request can do to a connection, and what it answers: the organizations that it saw. */
  const WAYS: Record<string, (id: string) => Promise<string[]>> = {
    read: (id) => database.request.asOrganization(id, ownOf),
    change: (id) => database.request.changeAsOrganization(id, ownOf),
    'stop in the middle': (id) =>
      database.request
        .asOrganization(id, async (tx) => {
          throw Object.assign(new Error('refused'), { saw: await ownOf(tx) });
        })
        .catch(({ saw }: { saw: string[] }) => saw),
    'fail in SQL': async (id) => {
      await assert.rejects(
        database.request.changeAsOrganization(id, (tx) => tx.query('select 1/0')),
        /division by zero/,
      );
      return [id];
    },
    'pass a failure over': async (id) => {
      await assert.rejects(
        database.request.changeAsOrganization(id, (tx) => tx.query('select 1/0').catch(() => {})),
        /Could not commit/,
      );
      return [id];
    },
    'leave the transaction': async (id) => {
      const left = database.request.asOrganization(id, async (tx) => {
        await tx.query('rollback');
        return ownOf(tx);
      });
      assert.deepEqual(await left, []);
      return [id];
    },
    'take too long': async (id) => {
      const slow = database.request.asOrganization(id, async (tx) => {
        await tx.query(`select set_config('statement_timeout', '5', true)`);
        await tx.query('select pg_sleep(5)');
      });
      await assert.rejects(slow, DatabaseAway);
      return [id];
    },
  };

  test('never shows one organization to another, whatever happens on it', async () => {
    const turn = fc.record({ way: fc.constantFrom(...Object.keys(WAYS)), who: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 25 }), async (turns) => {
        const seen = await Promise.all(turns.map(({ way, who }) => WAYS[way]!(organizations[who]!)));
        seen.forEach((ids, i) => assert.deepEqual([...new Set(ids)], [organizations[turns[i]!.who]]));
      }),
      { numRuns: 25 },
    );
  });

  test('a statement that takes too long: 503 with Retry-After, and the same connection serves the next', async () => {
    const [id] = organizations as [string];
    const pidOf = async (tx: Queryable): Promise<number> => (await tx.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]!.pid;
    const before = await database.request.asOrganization(id, pidOf);
    const asOrganization: Database['request']['asOrganization'] = (organizationId, work) =>
      database.request.asOrganization(organizationId, async (tx) => {
        await tx.query(`select set_config('statement_timeout', '20', true)`);
        await tx.query('select pg_sleep(5)');
        return work(tx);
      });
    const slow = await appFor({ ...database, request: { ...database.request, asOrganization } });
    const { status, headers } = await send(slow, { url: '/v1/impact-report', headers: await bearer({ org_id: id }) });
    assert.deepEqual([status, headers['retry-after']], [503, '5']);
    const app = await appFor(database);
    assert.equal((await send(app, { url: '/v1/impact-report', headers: await bearer({ org_id: id }) })).status, 200);
    assert.equal(await database.request.asOrganization(id, pidOf), before);
  });
});

/** Lies between the service and the server. While it swallows, nothing passes and nobody is told. */
class Network {
  swallows = false;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer();

  async open(target: URL): Promise<URL> {
    this.#server.on('connection', (near) => {
      const far = connect(Number(target.port), target.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one);
        one.on('error', () => {});
        one.on('close', () => void (this.swallows || other.destroy()));
        one.on('data', (chunk: Buffer) => {
          if (!this.swallows) other.write(chunk);
        });
      }
    });
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return Object.assign(new URL(target), { port: String((this.#server.address() as { port: number }).port) });
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}

const READ_TIMEOUT = 1_000;

describe('a network that swallows', () => {
  test('costs a request the time that it may take, and the pool nothing', async () => {
    const network = new Network();
    const databaseUrl = (await network.open(new URL(await newServerDatabase()))).href;
    const database = await openPostgres({ databaseUrl, requestConnections: 1, readTimeout: READ_TIMEOUT });
    await migrate(database.owner);
    const id = await newOrganization(database);
    const ask = (): Promise<unknown[]> => database.request.asOrganization(id, (tx) => tx.query('select 1 as one'));
    await ask();
    // A report does not wait for its rollback. Were that swallowed, the next request would wait for a connection, not for an answer.
    while (database.connections()[1]?.busy !== 0) await nextTurn();
    network.swallows = true;
    const asked = performance.now();
    await assert.rejects(ask(), DatabaseAway);
    const waited = performance.now() - asked;
    assert.ok(waited < 1.7 * READ_TIMEOUT, `${Math.round(waited)} ms: a rollback would wait as long again`);
    assert.deepEqual(database.connections()[1], { pool: 'request', busy: 0, idle: 0, waiting: 0 });
    network.swallows = false;
    assert.deepEqual(await ask(), [{ one: 1 }]);
    network.close();
    await database.close();
  });
});
