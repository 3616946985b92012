// The database goes while people look at reports, and comes back: the service says so meanwhile, and goes on by itself.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readConfig } from '../src/config.ts';
import { openPostgres } from '../src/db/postgres.ts';
import type { Database } from '../src/db/database.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { type Service, startService } from '../src/service.ts';
import { after as later, chat, HOUR, newOrganization, putChats } from './chats.ts';
import { type RealPostgres, startPostgres } from './real-postgres.ts';
import { bearer, SECRET } from './service-under-test.ts';

const READERS = 20;
/** What the pools of the service may hold together. */
const MOST_CONNECTIONS = 14;

describe('a database that is stopped and started under load', () => {
  let server: RealPostgres;
  let service: Service;
  let tester: Database;
  let headers: { authorization: string };
  before(async () => {
    server = await startPostgres();
    tester = await openPostgres({ databaseUrl: server.url });
    const config = readConfig({ AUTH_SECRET: SECRET, PORT: '0', DATABASE_URL: server.url, RATE_LIMIT_PER_MINUTE: '1000000', NODE_ENV: 'production' });
    service = await startService({ config, log: { write: () => {} } });
    const organization = await newOrganization(tester);
    await putChats(tester.owner, organization, [chat('e')]);
    await refreshOrganization(tester.owner, organization, { asOf: later(100 * HOUR) });
    headers = await bearer({ org_id: organization });
  });
  after(async () => {
    await service.close();
    await tester.close();
    server.stop();
  });

  test('is answered with 503 and Retry-After, then with reports again, and no connection is lost on the way', { timeout: 60_000 }, async () => {
    const seen: string[] = [];
    let looking = true;
    const look = async (path: string): Promise<string> => {
      const answer = await fetch(service.url + path, { headers });
      await answer.arrayBuffer();
      return `${answer.status} ${answer.headers.get('retry-after')}`;
    };
    const read = async (): Promise<void> => {
      while (looking) seen.push(await look('/v1/impact-report'));
    };
    const until = async (answer: string): Promise<void> => {
      const from = seen.length;
      while (seen.slice(from).filter((one) => one === answer).length < 2 * READERS) await new Promise((turn) => setImmediate(turn));
    };
    const readers = Array.from({ length: READERS }, read);

    await until('200 null');
    for (let outage = 0; outage < 2; outage++) {
      server.halt();
      await until('503 5');
      assert.deepEqual([await look('/healthz'), await look('/readyz')], ['200 null', '503 5']);
      assert.match(await (await fetch(`${service.url}/metrics`)).text(), /^impact_database_up 0$/m);
      await server.resume();
      await until('200 null');
    }
    looking = false;
    await Promise.all(readers);

    assert.deepEqual([...new Set(seen)].toSorted(), ['200 null', '503 5']);
    assert.equal(await look('/readyz'), '200 null');
    const measure = async (): Promise<string> => (await fetch(`${service.url}/metrics`)).text();
    assert.match(await measure(), /^impact_database_up 1$/m);
    // An answer does not wait until its transaction has ended; soon after the last one every connection is free, or one was lost.
    const atRest = (measured: string): boolean =>
      ['busy', 'waiting'].every((state) => measured.includes(`impact_database_connections{pool="request",state="${state}"} 0\n`));
    while (!atRest(await measure())) await new Promise((turn) => setImmediate(turn));
    const [row] = await tester.owner.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where application_name = 'impact-service' and pid <> pg_backend_pid()`,
    );
    assert.ok(row!.n >= 1 && row!.n <= MOST_CONNECTIONS, `${row!.n} connections`);
  });
});
