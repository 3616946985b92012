// Who gets past the door of each operation. No database is needed for that: whoever gets past is answered 503.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { PendingDatabase } from '../src/db/pending.ts';
import { GUARDED, LOCAL, OPEN, OTHER_ROLES, requestOf } from './operations.ts';
import { appFor, bearer, send, type Sent } from './service-under-test.ts';

const ORGANIZATION = '11111111-1111-4111-8111-111111111111';
const EVIL = 'https://evil.example';

describe('access', () => {
  let app: FastifyInstance;
  before(async () => {
    app = await appFor(new PendingDatabase(), { RATE_LIMIT_PER_MINUTE: '1000000', CORS_ORIGINS: 'https://app.qontak.com' });
  });

  const status = async (request: Sent, headers: Record<string, string> = {}): Promise<number> =>
    (await send(app, { ...request, headers: { ...request.headers, ...headers } })).status;

  for (const [operation, how] of Object.entries(GUARDED)) {
    const request = requestOf(operation, how);
    const asRole = (role: string): Promise<{ authorization: string }> => bearer({ org_id: ORGANIZATION, role });

    test(`${operation} is for ${how.roles.join(' and ')}, and for nobody else`, async () => {
      for (const role of how.roles) assert.equal(await status(request, await asRole(role)), 503, role);
      for (const role of OTHER_ROLES(how.roles)) assert.equal(await status(request, await asRole(role)), 403, role);
      for (const role of ['', 'Admin', 'admin ', 'owner', 'constructor', '__proto__']) assert.equal(await status(request, await asRole(role)), 401, role);
      for (const role of [how.roles, null, undefined, true, { admin: true }]) {
        assert.equal(await status(request, await bearer({ org_id: ORGANIZATION, role })), 401, JSON.stringify(role));
      }
      assert.equal(await status(request), 401);
      for (const authorization of ['Bearer', 'Bearer x', 'Basic YTpi', 'Bearer null'])
        assert.equal(await status(request, { authorization }), 401, authorization);
    });

    test(`${operation} takes a token from its header alone`, async () => {
      const { authorization } = await asRole(how.roles[0]!);
      const token = authorization.slice('Bearer '.length);
      for (const headers of [
        { cookie: `token=${token}; authorization=${authorization}` },
        { 'x-authorization': authorization },
        { 'proxy-authorization': authorization },
      ]) {
        assert.equal(await status(request, headers as Record<string, string>), 401);
      }
      const asked = `${request.url.includes('?') ? '&' : '?'}access_token=${token}&token=${token}`;
      assert.equal(await status({ ...request, url: request.url + asked }), 401);
    });

    if (operation.startsWith('GET')) {
      test(`HEAD of ${operation} has the same door`, async () => {
        const head = (headers: Record<string, string>) => app.inject({ method: 'HEAD', url: request.url, headers });
        assert.equal((await head({})).statusCode, 401);
        for (const role of OTHER_ROLES(how.roles)) assert.equal((await head(await asRole(role))).statusCode, 403, role);
        assert.equal((await head(await asRole(how.roles[0]!))).statusCode, 503);
      });
      continue;
    }

    test(`${operation} takes nothing that a form of another page could send`, async () => {
      const token = await asRole(how.roles[0]!);
      const payload = JSON.stringify(how.payload);
      for (const type of [
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'text/plain',
        'text/plain; charset=utf-8; application/json',
        'text/plain, application/json',
        'application/json-patch+json',
        undefined,
      ]) {
        const forged = { ...request, payload, headers: { origin: EVIL, cookie: 'session=1', ...(type !== undefined && { 'content-type': type }) } };
        assert.equal(await status(forged), 401, `${type}: a page cannot add the token`);
        assert.equal(await status(forged, { ...token, ...how.headers }), 415, `${type}: and with it the body is not read`);
      }
      assert.equal(await status({ ...request, payload, headers: { 'content-type': 'application/json; charset=utf-8', ...how.headers } }, token), 503);
    });

    test(`${operation}: a browser is not told that another page may send it`, async () => {
      for (const origin of [EVIL, 'null', 'https://app.qontak.com.evil.id', 'https://evil-app.qontak.com']) {
        const asking = { origin, 'access-control-request-method': request.method!, 'access-control-request-headers': 'authorization,content-type' };
        const { headers } = await app.inject({ method: 'OPTIONS', url: request.url, headers: asking });
        assert.equal(headers['access-control-allow-origin'], undefined, origin);
      }
    });
  }

  test('what is open needs no token, and tells no more with one', async () => {
    for (const operation of OPEN.filter((name) => !name.endsWith('*'))) {
      const request = requestOf(operation, {});
      const [without, withToken] = [await send(app, request), await send(app, { ...request, headers: await bearer({ org_id: ORGANIZATION }) })];
      assert.equal(without.status, operation === 'GET /readyz' ? 503 : 200, operation);
      assert.equal(withToken.text, without.text);
    }
  });

  for (const operation of LOCAL) {
    test(`${operation} without a token is for this machine alone`, async () => {
      const { url } = requestOf(operation, {});
      for (const remoteAddress of ['10.1.2.3', '::ffff:192.168.1.9', '2001:db8::1']) {
        const answer = await app.inject({ url, remoteAddress });
        assert.ok([401, 404].includes(answer.statusCode), `${remoteAddress}: ${answer.statusCode}`);
      }
    });
  }
});
