import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DevelopmentOrganizations, DevelopmentToken, ImpactReport } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import { authOf } from '../src/auth/auth.ts';
import { readConfig } from '../src/config.ts';
import type { Database } from '../src/db/database.ts';
import { PendingDatabase } from '../src/db/pending.ts';
import { newOrganization } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { appFor, bearer, get, problemCode } from './service-under-test.ts';

const REPORT = '/v1/impact-report';
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A database that fails in a way that nobody foresaw. */
function failing(message: string): Database['request'] {
  const fail = () => Promise.reject(new Error(message));
  return { asOrganization: fail, changeAsOrganization: fail };
}

eachDatabase('app', (open) => {
  let database: Database;
  let app: FastifyInstance;
  let organization: string;
  let other: string;
  before(async () => {
    database = await open();
    app = await appFor(database);
    [organization, other] = [await newOrganization(database), await newOrganization(database)];
  });

  describe('authorization', () => {
    for (const [what, header] of [
      ['no token', {}],
      ['another scheme', { authorization: 'Basic YTpi' }],
      ['no token behind the scheme', { authorization: 'Bearer ' }],
      ['rubbish', { authorization: 'Bearer abc' }],
    ] as const) {
      test(`${what}: 401`, async () => {
        assert.equal(await problemCode(app, REPORT, header), '401 unauthorized');
        const { headers } = await get(app, REPORT, header);
        assert.deepEqual([headers['www-authenticate'], headers['vary'], headers['cache-control']], ['Bearer', 'Authorization', 'no-store']);
      });
    }

    for (const [role, answer] of [
      ['admin', 200],
      ['supervisor', 200],
      ['agent', 403],
      ['internal', 403],
    ] as const) {
      test(`role ${role}: ${answer}`, async () => {
        assert.equal((await get(app, REPORT, await bearer({ org_id: organization, role }))).status, answer);
      });
    }

    for (const name of ['organization', 'org_id']) {
      test(`${name} in the query never chooses: its own is fine, another is 403`, async () => {
        const headers = await bearer({ org_id: organization });
        assert.equal((await get(app, `${REPORT}?${name}=${organization.toUpperCase()}`, headers)).status, 200);
        for (const wrong of [other, '', 'x', NOBODY]) assert.equal(await problemCode(app, `${REPORT}?${name}=${wrong}`, headers), '403 forbidden');
        assert.equal(await problemCode(app, `${REPORT}?${name}=${organization}&${name}=${other}`, headers), '400 bad_request');
      });
    }

    test('the answer is about the organization of the token, whatever headers say', async () => {
      const { body } = await get(app, REPORT, { ...(await bearer({ org_id: other })), 'x-organization-id': organization });
      assert.equal(ImpactReport.parse(body).meta.organization.id, other);
    });
  });

  describe('in development mode', () => {
    test('lists the organizations, and gives tokens that the report takes', async () => {
      const { body } = await get<DevelopmentOrganizations>(app, '/dev/organizations');
      const listed = DevelopmentOrganizations.parse(body).find(({ id }) => id === organization);
      assert.deepEqual(listed, { id: organization, name: 'Toko Rina', time_zone: 'Asia/Jakarta', ai_activated_on: null, source: 'live' });
      const minted = await get<DevelopmentToken>(app, `/dev/token?organization=${organization}&role=admin`);
      assert.equal(minted.headers['cache-control'], 'no-store');
      const { token } = DevelopmentToken.parse(minted.body);
      assert.equal((await get(app, REPORT, { authorization: `Bearer ${token}` })).status, 200);
    });

    test('gives nothing to another machine', async () => {
      for (const url of ['/dev/organizations', `/dev/token?organization=${organization}&role=admin`])
        for (const remoteAddress of ['10.1.2.3', '::ffff:192.168.1.9', '2001:db8::1'])
          assert.equal((await app.inject({ url, remoteAddress })).statusCode, 404, remoteAddress);
      assert.equal((await app.inject({ url: '/dev/organizations', remoteAddress: '::1' })).statusCode, 200);
    });

    for (const query of [
      '',
      '?organization=x&role=admin',
      `?organization=${NOBODY}`,
      `?organization=${NOBODY}&role=owner`,
      `?organization=${NOBODY}&role=admin&role=agent`,
    ]) {
      test(`refuses a token for ${query || 'nothing'}`, async () => {
        assert.equal(await problemCode(app, `/dev/token${query}`), '400 bad_request');
      });
    }
  });

  test('in production mode there is nothing for development', async () => {
    const production = await appFor(database, { NODE_ENV: 'production' });
    for (const url of ['/dev/organizations', `/dev/token?organization=${organization}&role=admin`])
      assert.equal(await problemCode(production, url), '404 not_found');
    assert.equal((await get(production, REPORT, await bearer({ org_id: organization }))).status, 200);
    const mixed = await appFor(database, { NODE_ENV: 'production' }, { auth: authOf(readConfig({})) });
    assert.equal(await problemCode(mixed, '/dev/organizations'), '404 not_found', 'whatever made the tokens');
  });

  test('is alive and ready', async () => {
    assert.deepEqual([(await get(app, '/healthz')).status, (await get(app, '/readyz')).status], [200, 200]);
  });

  test('without a database it is alive, not ready, and answers 503 with Retry-After', async () => {
    const closed = await open.fresh();
    await closed.request.asOrganization(NOBODY, async () => {}).catch(() => {});
    await closed.close();
    for (const away of [closed, new PendingDatabase()]) {
      const service = await appFor(away);
      assert.equal((await get(service, '/healthz')).status, 200);
      for (const url of ['/readyz', REPORT, '/dev/organizations']) {
        const headers = await bearer({ org_id: organization });
        assert.equal(await problemCode(service, url, headers), '503 unavailable');
        assert.equal((await get(service, url, headers)).headers['retry-after'], '5');
      }
    }
  });

  test('an error of our own tells the client nothing but where to look', async () => {
    const broken = await appFor({ ...database, request: failing('canary of a row') });
    const { status, text, headers } = await get(broken, REPORT, await bearer({ org_id: organization }));
    assert.equal(status, 500);
    assert.ok(!text.includes('canary'));
    assert.match(String(headers['x-request-id']), /^[\da-f-]{36}$/);
  });

  describe('the log', () => {
    test('has its fields and nothing else: no token, no query, no header, no organization in clear', async () => {
      const lines: string[] = [];
      const log = { write: (line: string) => void lines.push(line) };
      const production = await appFor(database, { NODE_ENV: 'production', CORS_ORIGINS: 'https://canary.example' }, { log });
      const broken = await appFor({ ...database, request: failing('canary +628123456789') }, { NODE_ENV: 'production' }, { log });
      const headers = {
        ...(await bearer({ org_id: organization, sub: 'canary' })),
        'user-agent': 'canary',
        'x-request-id': 'canary',
        cookie: 'canary=1',
        origin: 'https://canary.example',
      };
      for (const url of [
        REPORT,
        `${REPORT}?period=canary`,
        `${REPORT}?channel=canary&channel=canary`,
        '/canary?canary',
        '/%canary',
        '/docs?canary',
        '/readyz?canary',
      ]) {
        await get(production, url, headers);
        await get(broken, url, headers);
      }
      await get(production, REPORT, { authorization: 'Bearer canary.canary.canary' });
      const written = lines.join('');
      assert.ok(lines.length > 12);
      for (const secret of ['canary', '628123456789', organization, headers.authorization.slice(7)]) assert.ok(!written.includes(secret), secret);
      const known = new Set(['level', 'time', 'msg', 'request_id', 'method', 'route', 'status', 'ms', 'organization', 'error']);
      for (const line of lines) for (const field of Object.keys(JSON.parse(line) as object)) assert.ok(known.has(field), field);
      const answered = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find((line) => line['route'] === REPORT && line['status'] === 200);
      assert.match(String(answered?.['organization']), /^[\da-f]{12}$/);
    });
  });
});

describe('what the app sends to browsers', () => {
  let root: string;
  let app: FastifyInstance;
  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'impact-static-'));
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>demo</title>');
    writeFileSync(join(root, '.secret'), 'x');
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'assets', 'a.js'), 'export {}');
    app = await appFor(new PendingDatabase(), { CORS_ORIGINS: 'https://app.qontak.com,https://x.example.com' }, { staticRoot: root });
  });
  after(async () => {
    await app.close();
    rmSync(root, { recursive: true });
  });

  const expectHeaders = (headers: Record<string, unknown>, policy: RegExp): void => {
    assert.match(String(headers['content-security-policy']), policy);
    assert.deepEqual(
      [headers['x-content-type-options'], headers['cross-origin-resource-policy'], headers['referrer-policy'], headers['x-frame-options']],
      ['nosniff', 'same-site', 'no-referrer', 'DENY'],
    );
    assert.equal(headers['server'] ?? headers['x-powered-by'], undefined);
  };

  test('data may load nothing and be framed by nobody', async () => {
    for (const url of ['/healthz', REPORT, '/nothing-here.json', '/openapi.json']) {
      const { headers } = await get(app, url);
      if (url !== '/nothing-here.json') expectHeaders(headers, /^default-src 'none';frame-ancestors 'none';sandbox$/);
      else expectHeaders(headers, /^default-src 'none';/);
    }
  });

  test('pages load their own files only, and make markup through named policies only', async () => {
    for (const url of ['/', '/assets/a.js', '/docs']) {
      const { status, headers } = await get(app, url);
      assert.equal(status, 200);
      expectHeaders(
        headers,
        /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types qontak-impact$/,
      );
    }
  });

  test('the page stands at /, and nothing outside its folder or hidden in it', async () => {
    assert.match((await get(app, '/')).text, /<title>demo/);
    for (const url of ['/.secret', '/../package.json', '/..%2fpackage.json', '/assets/', '/assets/../.secret', '/missing.js']) {
      const { status, body } = await get<{ status: string }>(app, url);
      assert.ok(status === 404 || status === 400 || status === 403, `${url} ${status}`);
      assert.equal(body.status, 'error', url);
    }
  });

  test('without a page there is nothing at /', async () => {
    assert.equal(await problemCode(await appFor(new PendingDatabase()), '/'), '404 not_found');
  });

  test('origins are allowed letter by letter, without credentials', async () => {
    const allowed = (await get(app, '/healthz', { origin: 'https://app.qontak.com' })).headers;
    assert.equal(allowed['access-control-allow-origin'], 'https://app.qontak.com');
    assert.equal(allowed['access-control-allow-credentials'], undefined);
    assert.match(String(allowed['vary']), /Origin/i);
    for (const origin of ['https://app.qontak.com.evil.id', 'https://evil.app.qontak.com', 'http://app.qontak.com', 'https://app.qontak.com:444', 'null']) {
      assert.equal((await get(app, '/healthz', { origin })).headers['access-control-allow-origin'], undefined, origin);
    }
    const report = (await get(app, REPORT, { origin: 'https://app.qontak.com' })).headers;
    assert.match(String(report['vary']), /Origin, Authorization/i);
    const preflight = await app.inject({
      method: 'OPTIONS',
      url: REPORT,
      headers: { origin: 'https://app.qontak.com', 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
    });
    assert.equal(preflight.statusCode, 204);
    assert.match(String(preflight.headers['access-control-allow-headers']), /authorization/);
    const none = await appFor(new PendingDatabase());
    assert.equal((await get(none, '/healthz', { origin: 'https://app.qontak.com' })).headers['access-control-allow-origin'], undefined);
  });

  test('what is malformed is answered with the error body as well', async () => {
    assert.equal(await problemCode(app, '/%zz'), '400 bad_request');
    for (const request of [
      { method: 'POST', url: REPORT, payload: '{', headers: { 'content-type': 'application/json' } },
      { method: 'DELETE', url: '/healthz' },
      { method: 'POST', url: '/nowhere', payload: 'x'.repeat(100_000), headers: { 'content-type': 'application/json' } },
    ] as const) {
      const answer = await app.inject(request);
      assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, String(answer.statusCode));
      assert.equal(answer.json<{ status: string }>().status, 'error');
    }
  });

  test('the document of the API can be read by machines and by people', async () => {
    const { body } = await get<{ openapi: string; paths: object }>(app, '/openapi.json');
    assert.equal(body.openapi, '3.1.0');
    const { text } = await get(app, '/docs');
    for (const path of Object.keys(body.paths)) assert.ok(text.includes(path), path);
    assert.ok(!/https?:\/\/|<script|style=/.test(text));
  });
});
