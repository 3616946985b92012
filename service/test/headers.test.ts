// What every answer says to browsers, caches and whoever reads along, whatever kind of answer it is.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Database } from '../src/db/database.ts';
import { PendingDatabase } from '../src/db/pending.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after as later, chat, HOUR, newOrganization, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { GUARDED, requestOf } from './operations.ts';
import { appFor, bearer, send } from './service-under-test.ts';

const REPORT = '/v1/impact-report';
const COST = '/v1/cost-assumption';
const ORIGIN = 'https://app.qontak.com';

const DATA_POLICY = "default-src 'none';frame-ancestors 'none';sandbox";
const PAGE_POLICY = /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/;

type Headers = Record<string, unknown>;

function assertSafe(headers: Headers, what: string): void {
  const expected = {
    'cross-origin-resource-policy': 'same-site',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
  const found = Object.fromEntries(Object.keys(expected).map((name) => [name, headers[name]]));
  assert.deepEqual(found, expected, what);
  assert.equal(headers['server'] ?? headers['x-powered-by'] ?? headers['set-cookie'], undefined, what);
}

eachDatabase('headers', (open) => {
  let database: Database;
  let organization: string;
  let root: string;
  let app: FastifyInstance;
  let broken: FastifyInstance;
  before(async () => {
    database = await open();
    organization = await newOrganization(database);
    await putChats(database.owner, organization, [chat('e')]);
    await refreshOrganization(database.owner, organization, { asOf: later(100 * HOUR) });
    root = mkdtempSync(join(tmpdir(), 'impact-headers-'));
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>demo</title>');
    app = await appFor(database, { CORS_ORIGINS: ORIGIN }, { staticRoot: root });
    const fail = () => Promise.reject(new Error('not foreseen'));
    broken = await appFor({ ...database, request: { asOrganization: fail, changeAsOrganization: fail } }, { CORS_ORIGINS: ORIGIN });
  });
  after(() => rmSync(root, { recursive: true }));

  /** One of each kind: [what, status, request, the app that answers so]. */
  async function kinds(): Promise<[string, number, InjectOptions, FastifyInstance][]> {
    const admin = await bearer({ org_id: organization });
    const json = { ...admin, 'content-type': 'application/json' };
    const { headers } = await send(app, { url: REPORT, headers: admin });
    const limited = await appFor(new PendingDatabase(), { CORS_ORIGINS: ORIGIN, RATE_LIMIT_PER_MINUTE: '1' });
    await send(limited, { url: REPORT, headers: admin });
    return [
      ['a report', 200, { url: REPORT, headers: admin }, app],
      ['a report to HEAD', 200, { method: 'HEAD', url: REPORT, headers: admin }, app],
      ['nothing to say', 204, { method: 'POST', url: '/v1/report-views', headers: json, payload: '{"net_and_gap":true,"work_absorbed":true}' }, app],
      ['a preflight', 204, { method: 'OPTIONS', url: REPORT, headers: { 'access-control-request-method': 'GET' } }, app],
      ['not changed', 304, { url: REPORT, headers: { ...admin, 'if-none-match': String(headers['etag']) } }, app],
      ['a period that cannot be', 400, { url: `${REPORT}?period=x`, headers: admin }, app],
      ['an address that cannot be read', 400, { url: '/%zz' }, app],
      ['no token', 401, { url: REPORT }, app],
      ['another role', 403, { url: REPORT, headers: await bearer({ org_id: organization, role: 'agent' }) }, app],
      ['no route', 404, { url: '/nothing.json' }, app],
      ['a method that no route has', 404, { method: 'DELETE', url: REPORT }, app],
      [
        'another version',
        412,
        {
          method: 'PUT',
          url: COST,
          headers: { ...json, 'if-match': '"9"' },
          payload: '{"minutes_per_chat":1,"hourly_cost":1,"ai_fee_per_month":1,"effective_from":null}',
        },
        app,
      ],
      ['too large', 413, { method: 'PUT', url: COST, headers: json, payload: 'x'.repeat(20_000) }, app],
      ['no JSON', 415, { method: 'PUT', url: COST, headers: { ...admin, 'content-type': 'text/plain' }, payload: 'x' }, app],
      ['a body that does not fit', 422, { method: 'PUT', url: COST, headers: { ...json, 'if-match': '"0"' }, payload: '{}' }, app],
      ['no version', 428, { method: 'PUT', url: COST, headers: json, payload: '{}' }, app],
      ['too often', 429, { url: REPORT, headers: admin }, limited],
      ['our own fault', 500, { url: REPORT, headers: admin }, broken],
      ['no database', 503, { url: '/readyz' }, limited],
      ['a page', 200, { url: '/' }, app],
      ['the documentation', 200, { url: '/docs' }, app],
      ['measurements', 200, { url: '/metrics' }, app],
    ];
  }

  test('are safe on every kind of answer', async () => {
    for (const [what, status, request, answering] of await kinds()) {
      const answer = await answering.inject({ ...request, headers: { origin: ORIGIN, ...request.headers } });
      assert.equal(answer.statusCode, status, what);
      assertSafe(answer.headers, what);
      const policy = String(answer.headers['content-security-policy']);
      if (['a page', 'the documentation', 'no route', 'a method that no route has'].includes(what))
        assert.match(policy, /default-src 'none'.*frame-ancestors 'none'/, what);
      else assert.equal(policy, DATA_POLICY, what);
      if (['a page', 'the documentation'].includes(what)) assert.match(policy, PAGE_POLICY);
      if (status >= 400) assert.deepEqual([answer.headers['cache-control'], answer.json<{ status: string }>().status], ['no-store', 'error'], what);
      const named = answer.headers['access-control-allow-origin'];
      assert.ok(named === ORIGIN || what === 'an address that cannot be read', `${what}: another page's script can tell what went wrong`);
    }
  });

  test('keep answers from caches that others share', async () => {
    for (const [operation, how] of Object.entries(GUARDED)) {
      const token = await bearer({ org_id: organization, role: how.roles[0] });
      for (const authorization of [token, {}]) {
        const request = requestOf(operation, how);
        const { headers } = await send(app, { ...request, headers: { ...request.headers, ...authorization, origin: ORIGIN } });
        assert.match(String(headers['cache-control']), /^(private, no-(cache|store)|no-store)$/, operation);
        assert.equal(headers['vary'], 'Origin, Authorization', operation);
      }
    }
  });

  test('hold nothing that was sent', async () => {
    const admin = await bearer({ org_id: organization });
    const hostile = fc.oneof(
      fc.constantFrom('\r\nset-cookie: a=b', '%0d%0aset-cookie:%20a=b', 'a\u2028b', '"; rm', "' or 1=1 --", '{"a":1}', '\0'),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    const known = new Set(Object.keys((await send(app, { url: REPORT, headers: admin })).headers).concat('retry-after', 'www-authenticate'));
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom('period', 'channel', 'from', 'organization', 'figure', 'cursor', 'limit'), async (text, name) => {
        const mark = `canary${text}`;
        for (const url of [
          `${REPORT}?${name}=${encodeURIComponent(mark)}`,
          `${REPORT}/chats?figure=closed&${name}=${encodeURIComponent(mark)}`,
          `/${encodeURIComponent(mark)}`,
        ]) {
          const answer = await send(app, { url, headers: { ...admin, 'if-none-match': `"canary"`, 'x-request-id': 'canary' } });
          assert.ok(answer.status < 500, url);
          for (const [header, value] of Object.entries(answer.headers)) {
            assert.ok(known.has(header), header);
            assert.ok(!String(value).includes('canary'), `${header}: ${String(value)}`);
          }
          if (answer.status >= 400) assert.ok(!answer.text.includes('canary'), answer.text);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is no HTTP', () => {
  let app: FastifyInstance;
  let port: number;
  before(async () => {
    app = await appFor(new PendingDatabase());
    await app.listen({ host: '127.0.0.1', port: 0 });
    port = (app.server.address() as { port: number }).port;
  });
  after(() => app.close());

  async function say(text: string): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.end(text);
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    await once(socket, 'close');
    return heard;
  }

  const headersOf = (answer: string): Headers =>
    Object.fromEntries(
      answer
        .slice(0, answer.indexOf('\r\n\r\n'))
        .split('\r\n')
        .slice(1)
        .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
    );

  for (const [what, text, status] of [
    ['rubbish', 'hello\r\n\r\n', 400],
    ['a header with a line end in it', `GET /healthz HTTP/1.1\r\nHost: x\r\nx-a: b\rset-cookie: canary=1\r\n\r\n`, 400],
    ['two lengths', 'POST /v1/report-views HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx', 400],
    ['a length and chunks', 'POST /v1/report-views HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    ['endless headers', `GET /healthz HTTP/1.1\r\nHost: x\r\n${'x-canary: y\r\n'.repeat(4000)}\r\n`, 431],
  ] as const) {
    test(`${what}: ${status}, with the same headers`, async () => {
      const answer = await say(text);
      assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `));
      const headers = headersOf(answer);
      assertSafe(headers, what);
      assert.deepEqual([headers['content-security-policy'], headers['cache-control'], headers['connection']], [DATA_POLICY, 'no-store', 'close']);
      const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
      assert.equal((JSON.parse(body) as { status: string }).status, 'error');
      assert.equal(String(Buffer.byteLength(body)), headers['content-length']);
      assert.ok(!answer.includes('canary'));
    });
  }
});
