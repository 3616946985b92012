import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { ConfigProblem, readConfig, readDatabaseConfig } from '../src/config.ts';

const SECRET = 'x'.repeat(32);
const SERVER = 'postgres://qontak:rahasia@db.example.com/impact';

describe('configuration', () => {
  test('needs nothing in development', () => {
    assert.deepEqual(readConfig({}), {
      mode: 'development',
      host: '127.0.0.1',
      port: 8787,
      database: { dataDir: '.data' },
      keys: { kind: 'secret', secret: null },
      audience: 'impact-metrics',
      issuer: null,
      corsOrigins: [],
      rateLimitPerMinute: 600,
    });
  });

  test('reads the variables that docs/operations.md has in its table, and no others', () => {
    const read = new Set<string>();
    const noting = (environment: Record<string, string>) => new Proxy(environment, { get: (target, name) => (read.add(String(name)), target[String(name)]) });
    for (const environment of [{}, { DATABASE_URL: SERVER }, { AUTH_JWKS_URL: 'https://id.example.com/keys' }]) readConfig(noting(environment));
    const document = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    const rows = document.slice(document.indexOf('## Environment'), document.indexOf('## Starting')).matchAll(/^\| (`[^|]+`) +\|/gm);
    const told = [...rows].flatMap(([, names]) => [...names!.matchAll(/`(\w+)`/g)].map(([, name]) => name!));
    assert.deepEqual(told.toSorted(), [...read].toSorted());
  });

  test('takes an empty variable as absent', () => {
    const empty = { PORT: '', HOST: '', DATABASE_URL: '', DATA_DIR: '', AUTH_SECRET: '', AUTH_JWKS_URL: '', AUTH_AUDIENCE: '', CORS_ORIGINS: '', NODE_ENV: '' };
    assert.deepEqual(readConfig(empty), readConfig({}));
  });

  test('reads everything that is set', () => {
    const config = readConfig({
      NODE_ENV: 'production',
      HOST: '::',
      PORT: '80',
      DATABASE_URL: SERVER,
      APP_DATABASE_URL: SERVER,
      AUTH_JWKS_URL: 'https://id.example.com/keys',
      AUTH_AUDIENCE: 'report',
      AUTH_ISSUER: 'https://id.example.com',
      CORS_ORIGINS: 'https://chat.example.com, http://localhost:5173',
      RATE_LIMIT_PER_MINUTE: '60',
    });
    assert.deepEqual(config, {
      mode: 'production',
      host: '::',
      port: 80,
      database: { databaseUrl: SERVER, appDatabaseUrl: SERVER },
      keys: { kind: 'jwks', url: new URL('https://id.example.com/keys') },
      audience: 'report',
      issuer: 'https://id.example.com',
      corsOrigins: ['https://chat.example.com', 'http://localhost:5173'],
      rateLimitPerMinute: 60,
    });
  });

  for (const [environment, sentence] of [
    [{ PORT: '80a' }, /^PORT must be a number from 0 to 65535\.$/],
    [{ PORT: '65536' }, /PORT/],
    [{ PORT: '-1' }, /PORT/],
    [{ NODE_ENV: 'prod' }, /^NODE_ENV must be production, development or test\.$/],
    [{ NODE_ENV: 'production' }, /^In production mode set AUTH_SECRET or AUTH_JWKS_URL/],
    [{ AUTH_SECRET: 'x'.repeat(31) }, /^AUTH_SECRET must have at least 32 bytes\.$/],
    [{ AUTH_SECRET: SECRET, AUTH_JWKS_URL: 'https://id.example.com' }, /^Set either AUTH_SECRET or AUTH_JWKS_URL, not both\.$/],
    [{ AUTH_JWKS_URL: 'http://id.example.com' }, /^AUTH_JWKS_URL must be an https address\.$/],
    [{ AUTH_JWKS_URL: 'keys' }, /AUTH_JWKS_URL/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must be an address such as postgres:/],
    [{ DATABASE_URL: 'impact' }, /DATABASE_URL/],
    [{ APP_DATABASE_URL: SERVER }, /^APP_DATABASE_URL needs DATABASE_URL beside it\.$/],
    [{ RATE_LIMIT_PER_MINUTE: '0' }, /^RATE_LIMIT_PER_MINUTE must be a number from 1 to 1000000\.$/],
    [{ RATE_LIMIT_PER_MINUTE: 'many' }, /RATE_LIMIT_PER_MINUTE/],
    [{ CORS_ORIGINS: '*' }, /^CORS_ORIGINS must list origins .* "\*" is none\.$/],
    [{ CORS_ORIGINS: 'null' }, /"null"/],
    [{ CORS_ORIGINS: 'https://a.example.com/' }, /CORS_ORIGINS/],
    [{ CORS_ORIGINS: 'https://a.example.com,file:///x' }, /"file:/],
    [{ PORT: 'x', NODE_ENV: 'x' }, /^NODE_ENV .*\. PORT .*\.$/],
  ] as const) {
    test(`refuses ${JSON.stringify(environment)}`, () => {
      assert.throws(
        () => readConfig(environment),
        (error) => error instanceof ConfigProblem && sentence.test(error.message),
      );
    });
  }

  test('repeats no secret', () => {
    for (const environment of [{ AUTH_SECRET: 'short-canary' }, { DATABASE_URL: 'mysql://u:short-canary@h/d' }]) {
      assert.throws(
        () => readConfig(environment),
        (error) => !(error as Error).message.includes('canary'),
      );
    }
  });

  test('the import command reads the database alone', () => {
    assert.deepEqual(readDatabaseConfig({ PORT: 'x', DATA_DIR: 'elsewhere' }), { dataDir: 'elsewhere' });
  });
});
