// Requests through a real PgBouncer in transaction mode: `TEST_PGBOUNCER=/usr/sbin/pgbouncer`, 1.21 or newer. Without it nothing is tested here.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ImpactReport } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { Database } from '../src/db/database.ts';
import { migrate } from '../src/db/migrate.ts';
import { openPostgres } from '../src/db/postgres.ts';
import { selfCheck } from '../src/db/self-check.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after as later, chat, HOUR, newOrganization, putChats } from './chats.ts';
import { newServerDatabase } from './databases.ts';
import { type PgBouncer, startPgBouncer } from './pgbouncer.ts';
import { appFor, bearer, get, send } from './service-under-test.ts';

const REPORT = '/v1/impact-report?from=2026-10-05&to=2026-10-05';
const ORGANIZATIONS = 12;
const ROUNDS = 10;

const binary = process.env['TEST_PGBOUNCER'];
if (binary) for (const preparedStatements of [200, 0]) throughPgBouncer(binary, preparedStatements);

function throughPgBouncer(program: string, preparedStatements: number): void {
  describe(`PgBouncer that keeps ${preparedStatements} prepared statements, with 3 connections for all`, () => {
    let pgBouncer: PgBouncer;
    let databases: Database[];
    /** Instances of the service, which share the pooler. */
    let apps: FastifyInstance[];
    let organizations: string[];
    before(async () => {
      const databaseUrl = await newServerDatabase();
      const first = await openPostgres({ databaseUrl });
      await migrate(first.owner);
      pgBouncer = await startPgBouncer({ binary: program, databaseUrl, connections: 3, preparedStatements });
      databases = await Promise.all([1, 2].map(() => openPostgres({ databaseUrl, appDatabaseUrl: pgBouncer.url })));
      apps = await Promise.all(databases.map((database) => appFor(database, { RATE_LIMIT_PER_MINUTE: '1000000' })));
      organizations = [];
      for (let i = 0; i < ORGANIZATIONS; i++) {
        const id = await newOrganization(first);
        await putChats(
          first.owner,
          id,
          Array.from({ length: i + 1 }, (_, n) => chat(`e${n}`, { contact_id: `c${n}` })),
        );
        await refreshOrganization(first.owner, id, { asOf: later(100 * HOUR) });
        organizations.push(id);
      }
      await first.close();
    });
    after(async () => {
      await Promise.all(databases.map((database) => database.close()));
      pgBouncer.stop();
    });

    test('every organization sees its own report, and only that, however they take turns', async () => {
      await Promise.all(databases.map(selfCheck));
      const ask = async (turn: number): Promise<number> => {
        const place = turn % ORGANIZATIONS;
        const org_id = organizations[place]!;
        const { status, body } = await get<ImpactReport>(apps[turn % apps.length]!, REPORT, await bearer({ org_id }));
        if (status === 200) {
          assert.equal(body.meta.organization.id, org_id);
          assert.ok(body.data.hero.status === 'ok');
          assert.equal(body.data.hero.net.of, place + 1);
        }
        return status;
      };
      const statuses: number[] = [];
      for (let round = 0; round < ROUNDS; round++)
        statuses.push(...(await Promise.all(Array.from({ length: 5 * ORGANIZATIONS }, (_, turn) => ask(turn + round)))));
      const refused = statuses.filter((status) => status !== 200);
      // Where names are lost, those that were under way are told to come back, once for each instance.
      if (preparedStatements > 0) assert.deepEqual(refused, []);
      else assert.ok(refused.every((status) => status === 503) && refused.length <= 2 * 10, `${refused.length} refused`);
      assert.deepEqual([...new Set(statuses.slice(-ORGANIZATIONS))], [200]);
    });

    test('a change is the change of its organization', async () => {
      await Promise.all(
        organizations.map(async (org_id, i) => {
          const headers = { ...(await bearer({ org_id })), 'if-match': '"0"' };
          const payload = { minutes_per_chat: i + 1, hourly_cost: null, ai_fee_per_month: null, effective_from: null };
          const { status } = await send(apps[i % apps.length]!, { method: 'PUT', url: '/v1/cost-assumption', headers, payload });
          assert.equal(status, 200);
        }),
      );
      for (const [i, org_id] of organizations.entries()) {
        const { body } = await get<{ data: { minutes_per_chat: number } }>(apps[0]!, '/v1/cost-assumption', await bearer({ org_id }));
        assert.equal(body.data.minutes_per_chat, i + 1);
      }
    });

    test('a connection comes back without an organization, whatever happened on it', async () => {
      const [database] = databases as [Database];
      const own = organizations[0]!;
      const ways = [
        database.request.asOrganization(own, (tx) => tx.query('select 1/0')),
        database.request.asOrganization(own, async (tx) => {
          await tx.query(`select set_config('statement_timeout', '5', true)`);
          await tx.query('select pg_sleep(5)');
        }),
        database.request.changeAsOrganization(own, (tx) => tx.query('select 1/0').catch(() => {})),
      ];
      for (const { status } of await Promise.allSettled(ways)) assert.equal(status, 'rejected');
      // Whoever names no organization finds what the connection was left with.
      const stranger = new pg.Pool({ connectionString: pgBouncer.url, max: 10 });
      const seen = await Promise.all(Array.from({ length: 30 }, () => stranger.query<{ n: number }>('select count(*)::int as n from organizations')));
      await stranger.end();
      assert.deepEqual(new Set(seen.map(({ rows }) => rows[0]!.n)), new Set([0]));
    });
  });
}
