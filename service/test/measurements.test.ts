// What Prometheus reads: right, for those who watch alone, and with labels of which nobody outside can make another.
import assert from 'node:assert/strict';
import { METHODS } from 'node:http';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Database } from '../src/db/database.ts';
import { PendingDatabase } from '../src/db/pending.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after, chat, HOUR, newOrganization, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { GUARDED, LOCAL, OPEN } from './operations.ts';
import { appFor, bearer, problemCode } from './service-under-test.ts';

const ORGANIZATION = '11111111-1111-4111-8111-111111111111';

const measure = async (app: FastifyInstance): Promise<string> => (await app.inject({ url: '/metrics' })).payload;

/** The value of a series; null: there is none. */
function valueOf(text: string, series: string): number | null {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? null : Number(line.slice(series.length + 1).replace('Nan', 'NaN'));
}

const requests = (route: string, status: string, method = 'GET'): string =>
  `impact_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`;

eachDatabase('measurements', (open) => {
  let database: Database;
  let app: FastifyInstance;
  before(async () => {
    database = await open();
    app = await appFor(database);
  });

  test('count requests by route template and class of the status', async () => {
    const headers = await bearer({ org_id: await newOrganization(database) });
    for (let i = 0; i < 3; i++) await app.inject({ url: '/v1/impact-report', headers });
    await app.inject({ url: '/v1/impact-report' });
    await app.inject({ method: 'PUT', url: '/v1/chats/any-id/return-ruling', headers });
    await app.inject({ url: '/nowhere' });
    const text = await measure(app);
    assert.equal(valueOf(text, requests('/v1/impact-report', '2xx')), 3);
    assert.equal(valueOf(text, requests('/v1/impact-report', '4xx')), 1);
    assert.equal(valueOf(text, requests('/v1/chats/:id/return-ruling', '4xx', 'PUT')), 1);
    assert.equal(valueOf(text, requests('none', '4xx')), 1);
    assert.match(text, /^impact_request_duration_seconds_bucket\{le="30",method="GET",route="\/v1\/impact-report",status="2xx"\} 3$/m);
  });

  test('tell what waits to be counted, and how old the data are', async () => {
    const before = valueOf(await measure(app), 'impact_changed_chats')!;
    const organization = await newOrganization(database);
    await putChats(database.owner, organization, [chat('e')]);
    await refreshOrganization(database.owner, organization, { asOf: after(100 * HOUR) });
    await putChats(database.owner, organization, [chat('e', { topic: 'x' }), chat('f')]);
    const text = await measure(app);
    assert.equal(valueOf(text, 'impact_changed_chats'), before + 2);
    assert.ok(valueOf(text, 'impact_organizations_waiting')! >= 1);
    const moments = await database.owner.query<{ as_of: string }>('select as_of from organizations where as_of is not null');
    const newest = Math.max(...moments.map(({ as_of }) => Date.parse(as_of)));
    const off = valueOf(text, 'impact_newest_data_age_seconds')! - (Date.now() - newest) / 1000;
    assert.ok(Math.abs(off) < 60, `${off} s off`);
    assert.equal(valueOf(text, 'impact_database_up'), 1);
  });

  test('tell how the pools do, where there are pools', async () => {
    await database.request.asOrganization(ORGANIZATION, (tx) => tx.query('select 1'));
    const text = await measure(app);
    const pools = [...text.matchAll(/^impact_database_connections\{pool="(\w+)",state="(\w+)"\} \d+$/gm)].map(([, pool, state]) => `${pool} ${state}`);
    assert.deepEqual(pools, open.kind === 'PGlite' ? [] : ['owner busy', 'owner idle', 'owner waiting', 'request busy', 'request idle', 'request waiting']);
  });

  test('tell of the process', async () => {
    const text = await measure(app);
    for (const name of ['process_cpu_seconds_total', 'process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds', 'nodejs_heap_size_used_bytes'])
      assert.ok(valueOf(text, name)! >= 0, name);
  });
});

describe('measurements', () => {
  let app: FastifyInstance;
  before(async () => {
    app = await appFor(new PendingDatabase(), { RATE_LIMIT_PER_MINUTE: '1000000', CORS_ORIGINS: 'https://app.qontak.com' });
  });

  test('are told while the database is away: it is down, and what only it knows is not known', async () => {
    const text = await measure(app);
    assert.equal(valueOf(text, 'impact_database_up'), 0);
    for (const name of ['impact_changed_chats', 'impact_organizations_waiting', 'impact_newest_data_age_seconds'])
      assert.equal(valueOf(text, name), Number.NaN, name);
  });

  test('do not wait for a database that is slow, and ask it once at a time', { timeout: 20_000 }, async () => {
    let asked = 0;
    const query = (): Promise<never> => (asked++, new Promise(() => {}));
    const slow = await appFor({ owner: { query, transaction: query, tidy: query }, request: undefined as never, connections: () => [] });
    const answers = await Promise.all([measure(slow), measure(slow), measure(slow)]);
    for (const text of answers) assert.equal(valueOf(text, 'impact_database_up'), 0);
    assert.equal(asked, 1);
  });

  test('are for this machine, or for a token of the role internal', async () => {
    const ask = async (headers: Record<string, string>, remoteAddress = '127.0.0.1'): Promise<number> =>
      (await app.inject({ url: '/metrics', headers, remoteAddress })).statusCode;
    const internal = await bearer({ org_id: ORGANIZATION, role: 'internal' });
    for (const local of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) assert.equal(await ask({}, local), 200, local);
    for (const far of ['10.1.2.3', '2001:db8::1']) assert.deepEqual([await ask({}, far), await ask(internal, far)], [401, 200], far);
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
      assert.deepEqual(
        [await ask({ [name]: '127.0.0.1' }), await ask({ ...internal, [name]: '127.0.0.1' })],
        [401, 200],
        `${name}: a proxy asks for somebody else`,
      );
    }
    for (const role of ['admin', 'supervisor', 'agent']) assert.equal(await ask(await bearer({ org_id: ORGANIZATION, role })), 403, role);
    assert.equal(await problemCode(app, '/metrics', { authorization: 'Bearer x' }), '401 unauthorized');
  });

  test('have no label that somebody outside could make', async () => {
    const hostile = fc.oneof(fc.constantFrom('"} 1\nfake 1', '\n', '\\', '%0a', '"', ORGANIZATION), fc.string({ unit: 'binary', maxLength: 20 }));
    const headers = await bearer({ org_id: ORGANIZATION });
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(...METHODS), async (text, method) => {
        const part = encodeURIComponent(text);
        for (const url of [`/${part}`, `/v1/chats/${part}/return-ruling`, `/v1/impact-report?${part}=${part}`, `/v1/${part}`]) {
          await app.inject({ method: method as NonNullable<InjectOptions['method']>, url, headers: { ...headers, 'x-canary': 'canary' } }).catch(() => {});
        }
      }),
      { numRuns: 40 },
    );
    const text = await measure(app);
    const routes = new Set(
      [...Object.keys(GUARDED), ...OPEN, ...LOCAL].map((operation) => operation.split(' ')[1]!.replaceAll(/\{(\w+)\}/g, ':$1')).concat('none'),
    );
    const lines = text.split('\n').filter((line) => line.startsWith('impact_request'));
    for (const line of lines) {
      const [, method, route, status] = /\{(?:le="[\d.+Inf]+",)?method="([^"]*)",route="([^"]*)",status="([^"]*)"\} [\d.e-]+$/.exec(line) ?? [];
      assert.ok(['GET', 'HEAD', 'PUT', 'POST', 'OPTIONS', 'other'].includes(method!) && routes.has(route!) && /^[2-5]xx$/.test(status!), line);
    }
    assert.ok(!/fake|canary|11111111/.test(text));
    for (const line of text.trimEnd().split('\n')) assert.match(line, /^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? [-+\w.]+|)$/);
  });
});
