import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, describe, mock, test } from 'node:test';
import { exportJWK, exportSPKI, generateKeyPair, type GenerateKeyPairResult, SignJWT } from 'jose';
import { type Auth, authOf, KeysAway, TokenRefused } from '../src/auth/auth.ts';
import { readConfig } from '../src/config.ts';
import { AUDIENCE, SECRET, token } from './service-under-test.ts';

const ORGANIZATION = '11111111-1111-4111-8111-111111111111';
const now = (): number => Math.floor(Date.now() / 1000);
const claims = (): Record<string, unknown> => ({ org_id: ORGANIZATION, role: 'supervisor', sub: 'u1', aud: AUDIENCE, exp: now() + 300 });
const unsigned = (header: object, body: object): string => [header, body].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

describe('tokens signed with the shared secret', () => {
  const auth = authOf(readConfig({ AUTH_SECRET: SECRET, AUTH_ISSUER: 'https://id.example.com' }));
  const good = { org_id: ORGANIZATION, iss: 'https://id.example.com' };

  test('say which organization and which role', async () => {
    assert.deepEqual(await auth.verify(await token({ ...good, role: 'supervisor' })), { organizationId: ORGANIZATION, role: 'supervisor', subject: 'u1' });
  });

  test('may write the organization in capitals', async () => {
    const id = 'ABCDEF12-1111-4111-8111-111111111111';
    assert.equal((await auth.verify(await token({ ...good, org_id: id }))).organizationId, id.toLowerCase());
  });

  for (const [claim, taken, refused] of [
    ['exp', -59, -60],
    ['nbf', 60, 61],
    ['iat', 60, 61],
    ['exp', 15 * 60 + 60, 15 * 60 + 61],
  ] as const) {
    test(`may differ from our clock by a minute: ${claim} at ${taken} s is taken, at ${refused} s it is not`, async () => {
      mock.timers.enable({ apis: ['Date'], now: Date.now() });
      try {
        await auth.verify(await token({ ...good, [claim]: now() + taken }));
        await assert.rejects(auth.verify(await token({ ...good, [claim]: now() + refused })), TokenRefused);
      } finally {
        mock.timers.reset();
      }
    });
  }

  for (const [what, wrong] of [
    ['expired', { exp: now() - 70 }],
    ['no exp', { exp: undefined }],
    ['not yet valid', { nbf: now() + 3600 }],
    ['issued in the future', { iat: now() + 3600 }],
    ['good for a day', { exp: now() + 24 * 3600 }],
    ['an end that is no number', { exp: 'tomorrow' }],
    ['for another audience', { aud: 'billing' }],
    ['no audience', { aud: undefined }],
    ['of another issuer', { iss: 'https://id.example.org' }],
    ['no issuer', { iss: undefined }],
    ['no organization', { org_id: undefined }],
    ['an organization that is no UUID', { org_id: `${ORGANIZATION}' or true` }],
    ['two organizations', { org_id: [ORGANIZATION, ORGANIZATION] }],
    ['no role', { role: undefined }],
    ['an unknown role', { role: 'owner' }],
    ['a role of the prototype', { role: 'constructor' }],
  ] as const) {
    test(`are refused: ${what}`, async () => {
      await assert.rejects(auth.verify(await token({ ...good, ...wrong })), TokenRefused);
    });
  }

  test('are refused: another secret, no signature, alg none, a changed body, no token at all', async () => {
    const right = await token(good);
    const [header, , signature] = right.split('.');
    const changed = [header, Buffer.from(JSON.stringify({ ...claims(), ...good, role: 'admin' })).toString('base64url'), signature].join('.');
    const none = `${unsigned({ alg: 'none' }, { ...claims(), ...good })}.`;
    for (const bad of [await token(good, `${SECRET}x`), right.slice(0, right.lastIndexOf('.') + 1), none, changed, 'x', 'a.b.c', '']) {
      await assert.rejects(auth.verify(bad), TokenRefused);
    }
  });

  test('are refused: a stronger hash than the one that was agreed', async () => {
    const hs512 = await new SignJWT({ ...claims(), ...good }).setProtectedHeader({ alg: 'HS512' }).sign(new TextEncoder().encode(SECRET));
    await assert.rejects(auth.verify(hs512), TokenRefused);
  });
});

describe('tokens signed with a published key', () => {
  let server: Server;
  let keys: unknown;
  let auth: Auth;
  let agreed: Record<'ES256' | 'RS256' | 'Ed25519', GenerateKeyPairResult>;
  let unagreed: GenerateKeyPairResult;
  before(async () => {
    server = createServer((_request, response) => {
      response.writeHead(keys === undefined ? 500 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(keys));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  after(() => server.close());

  const issuer = (): Auth => authOf(readConfig({ AUTH_JWKS_URL: `http://127.0.0.1:${(server.address() as { port: number }).port}/keys` }));
  const signed = (pair: GenerateKeyPairResult, alg: string, kid: string): Promise<string> =>
    new SignJWT(claims()).setProtectedHeader({ alg, kid }).sign(pair.privateKey);

  before(async () => {
    const pair = (alg: string): Promise<GenerateKeyPairResult> => generateKeyPair(alg, { extractable: true });
    agreed = { ES256: await pair('ES256'), RS256: await pair('RS256'), Ed25519: await pair('Ed25519') };
    unagreed = await pair('ES384');
    const published = Object.entries({ ...agreed, ES384: unagreed }).map(async ([alg, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid: alg, alg }));
    keys = { keys: await Promise.all(published) };
    auth = issuer();
  });

  for (const alg of ['ES256', 'RS256', 'Ed25519'] as const) {
    test(`are taken: ${alg}`, async () => {
      assert.deepEqual(await auth.verify(await signed(agreed[alg], alg, alg)), { organizationId: ORGANIZATION, role: 'supervisor', subject: 'u1' });
    });

    test(`are refused when the public key is used as a shared secret, whichever way it is written: ${alg}`, async () => {
      const { publicKey } = agreed[alg];
      const pem = await exportSPKI(publicKey);
      const jwk = await exportJWK(publicKey);
      const writings = [pem, pem.trim(), pem.replaceAll(/-+[A-Z ]+-+|\s/g, ''), JSON.stringify(jwk), jwk.n ?? jwk.x!];
      for (const writing of writings) {
        for (const kid of [{ kid: alg }, {}]) {
          const confused = await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', ...kid }).sign(new TextEncoder().encode(writing));
          await assert.rejects(auth.verify(confused), TokenRefused);
        }
      }
      for (const none of ['none', 'None', 'NONE', '']) await assert.rejects(auth.verify(`${unsigned({ alg: none, kid: alg }, claims())}.`), TokenRefused);
    });
  }

  test('are refused when they bring a key of their own', async () => {
    const own = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(own.publicKey);
    for (const header of [{ jwk }, { jku: 'http://127.0.0.1:1/keys' }, { x5u: 'http://127.0.0.1:1/keys' }, { kid: '../../ES256' }]) {
      await assert.rejects(auth.verify(await new SignJWT(claims()).setProtectedHeader({ alg: 'ES256', ...header }).sign(own.privateKey)), TokenRefused);
    }
  });

  test('are refused when they are signed in a way that was not agreed', async () => {
    await assert.rejects(auth.verify(await signed(unagreed, 'ES384', 'ES384')), TokenRefused);
  });

  test('are refused when the key is not published', async () => {
    await assert.rejects(auth.verify(await signed(await generateKeyPair('ES256'), 'ES256', 'other')), TokenRefused);
    await assert.rejects(auth.verify(await signed(await generateKeyPair('ES256'), 'ES256', 'ES256')), TokenRefused);
  });

  test('wait while the issuer is away, which is not their fault', async () => {
    const good = await signed(agreed.ES256, 'ES256', 'ES256');
    const published = keys;
    keys = undefined;
    await assert.rejects(issuer().verify(good), KeysAway);
    keys = published;
    const nowhere = authOf(readConfig({ AUTH_JWKS_URL: 'http://127.0.0.1:1/keys' }));
    await assert.rejects(nowhere.verify(good), KeysAway);
  });

  test('are never made here', () => {
    assert.equal(auth.mint, null);
  });
});

describe('tokens of the demo', () => {
  const identity = { organizationId: ORGANIZATION, role: 'admin' } as const;

  test('are good for minutes, and for the process that made them only', async () => {
    const [one, other] = [authOf(readConfig({})), authOf(readConfig({}))];
    const { token: minted, expires_at } = await one.mint!(identity);
    assert.deepEqual(await one.verify(minted), { ...identity, subject: 'demo' });
    const minutes = (Date.parse(expires_at) - Date.now()) / 60_000;
    assert.ok(minutes > 10 && minutes <= 15, String(minutes));
    await assert.rejects(other.verify(minted), TokenRefused);
  });

  test('carry the issuer that is asked for', async () => {
    const auth = authOf(readConfig({ AUTH_ISSUER: 'https://id.example.com' }));
    assert.deepEqual(await auth.verify((await auth.mint!(identity)).token), { ...identity, subject: 'demo' });
  });

  test('are not made in production mode', () => {
    assert.equal(authOf(readConfig({ NODE_ENV: 'production', AUTH_SECRET: SECRET })).mint, null);
  });
});
