import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { after, afterEach, before, beforeEach, describe, mock, test } from 'node:test';
import { exportJWK, generateKeyPair, type JWK, jwtVerify, type JWTVerifyGetKey, SignJWT } from 'jose';
import { authOf } from '../src/auth/auth.ts';
import { publishedKeys } from '../src/auth/published-keys.ts';
import { readConfig } from '../src/config.ts';
import { PendingDatabase } from '../src/db/pending.ts';
import { appFor, get, problemCode } from './service-under-test.ts';

const MINUTES = 60_000;
const SECONDS = 1000;

interface Key {
  sign(claims?: Record<string, unknown>): Promise<string>;
  published: JWK;
}

async function newKey(kid: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    sign: (claims = {}) => new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey),
    published: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' },
  };
}

describe('the keys of an issuer', () => {
  let server: Server;
  let url: URL;
  /** What the issuer publishes; null: it is away; never: it takes the connection and says nothing. */
  let published: readonly Key[] | null | 'never';
  let asked: number;
  let elapsed: number;
  let keys: JWTVerifyGetKey;
  let [old, next, strange]: Key[] = [];

  before(async () => {
    [old, next, strange] = await Promise.all([newKey('old'), newKey('next'), newKey('strange')]);
    server = createServer((_request, response) => {
      asked++;
      if (published === 'never') return;
      response.writeHead(published === null ? 503 : 200).end(JSON.stringify({ keys: (published ?? []).map((key) => key.published) }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = new URL(`http://127.0.0.1:${(server.address() as { port: number }).port}/keys`);
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  beforeEach(() => {
    [published, asked, elapsed] = [[old!], 0, 0];
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    keys = publishedKeys(url, () => elapsed);
  });
  afterEach(() => mock.timers.reset());

  /** Moves the clock on the wall, which jose reads, and the one that never goes back. */
  function wait(ms: number): void {
    mock.timers.tick(ms);
    elapsed += ms;
  }

  const verify = async (key: Key): Promise<unknown> => jwtVerify(await key.sign(), keys);
  const refused = (key: Key): Promise<void> => assert.rejects(verify(key), { code: 'ERR_JWKS_NO_MATCHING_KEY' });

  test('are fetched once for many tokens', async () => {
    await Promise.all(Array.from({ length: 20 }, () => verify(old!)));
    wait(9 * MINUTES);
    await verify(old!);
    assert.equal(asked, 1);
  });

  test('are fetched again for a token that names a new one, which is then taken; the old one is gone', async () => {
    await verify(old!);
    published = [next!];
    wait(31 * SECONDS);
    await verify(next!);
    await refused(old!);
    assert.equal(asked, 2);
  });

  test('are not fetched again and again for names that strangers make up', async () => {
    await verify(old!);
    for (let i = 0; i < 20; i++) await refused(strange!);
    assert.equal(asked, 1, 'they have just been fetched');
    wait(31 * SECONDS);
    for (let i = 0; i < 20; i++) await refused(strange!);
    assert.equal(asked, 2);
  });

  test('are renewed beside the requests, so that a withdrawn one goes though nobody names another', async () => {
    await verify(old!);
    published = [next!];
    wait(10 * MINUTES);
    await verify(old!);
    while (
      !(await verify(old!).then(
        () => false,
        () => true,
      ))
    )
      await new Promise((turn) => setImmediate(turn));
    await verify(next!);
    assert.equal(asked, 2);
  });

  test('stay good for an hour while the issuer is away, and nobody waits for it', async () => {
    await verify(old!);
    published = 'never';
    wait(10 * MINUTES);
    await verify(old!);
    server.closeAllConnections();
    published = null;
    wait(49 * MINUTES);
    await verify(old!);
    wait(2 * MINUTES);
    await assert.rejects(verify(old!));
    published = [old!];
    wait(6 * SECONDS);
    await verify(old!);
  });

  test('are asked for once in five seconds while the issuer is away, however many tokens come', async () => {
    published = null;
    for (const turn of [1, 2, 3]) {
      const answers = await Promise.allSettled(Array.from({ length: 20 }, () => verify(old!)));
      assert.ok(answers.every(({ status }) => status === 'rejected'));
      await assert.rejects(verify(strange!));
      assert.equal(asked, turn);
      wait(5 * SECONDS);
    }
    published = [old!];
    await verify(old!);
  });

  test('that cannot be had: 503 with Retry-After; a token of a stranger: 401', async () => {
    const config = readConfig({ AUTH_JWKS_URL: url.href });
    const app = await appFor(new PendingDatabase(), {}, { auth: authOf(config) });
    const headers = { authorization: `Bearer ${await strange!.sign()}` };
    published = null;
    assert.equal(await problemCode(app, '/v1/impact-report', headers), '503 unavailable');
    assert.equal((await get(app, '/v1/impact-report', headers)).headers['retry-after'], '5');
    const recovered = await appFor(new PendingDatabase(), {}, { auth: authOf(config) });
    published = [old!];
    assert.equal(await problemCode(recovered, '/v1/impact-report', headers), '401 unauthorized');
  });
});
