import type { DatabaseConfig } from './db/open.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How tokens are verified: by a secret that the issuer shares, or by the public keys that it publishes. */
type KeySource = { kind: 'secret'; secret: string | null } | { kind: 'jwks'; url: URL };

export interface Config {
  /** Development mints tokens for the demo; production never does. */
  mode: 'development' | 'production';
  host: string;
  port: number;
  database: DatabaseConfig;
  keys: KeySource;
  audience: string;
  issuer: string | null;
  /** Origins whose pages may read answers. */
  corsOrigins: readonly string[];
  /** Requests that one organization may make in a minute. */
  rateLimitPerMinute: number;
}

/** The environment does not say clearly how to run. The message is one sentence for each thing that is wrong. */
export class ConfigProblem extends Error {
  override name = 'ConfigProblem';
}

/** A secret shorter than the hash of HS256 could be guessed (RFC 7518, section 3.2). */
const SECRET_BYTES = 32;

/**
 * Reads the environment. An empty variable counts as absent.
 * @throws {ConfigProblem}
 */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const read = <T>(reader: (environment: Environment) => T, fallback: T): T => {
    try {
      return reader(environment);
    } catch (error) {
      if (!(error instanceof ConfigProblem)) throw error;
      problems.push(error.message);
      return fallback;
    }
  };
  const config: Config = {
    mode: read(readMode, 'production'),
    host: environment['HOST'] || '127.0.0.1',
    port: read(readPort, 0),
    database: read(readDatabaseConfig, {}),
    keys: read(readKeys, { kind: 'secret', secret: null }),
    audience: environment['AUTH_AUDIENCE'] || 'impact-metrics',
    issuer: environment['AUTH_ISSUER'] || null,
    corsOrigins: read(readOrigins, []),
    rateLimitPerMinute: read(readRateLimit, 600),
  };
  if (problems.length > 0) throw new ConfigProblem(problems.join(' '));
  return config;
}

/**
 * Which database the environment names.
 * @throws {ConfigProblem}
 */
export function readDatabaseConfig(environment: Environment): DatabaseConfig {
  const [databaseUrl, appDatabaseUrl] = [postgresUrl(environment, 'DATABASE_URL'), postgresUrl(environment, 'APP_DATABASE_URL')];
  if (databaseUrl !== undefined) return { databaseUrl, appDatabaseUrl };
  if (appDatabaseUrl !== undefined) throw new ConfigProblem('APP_DATABASE_URL needs DATABASE_URL beside it.');
  return { dataDir: environment['DATA_DIR'] || '.data' };
}

/** A misspelt "production" must not open the development mode, which gives a token to anybody. */
function readMode({ NODE_ENV }: Environment): Config['mode'] {
  if (NODE_ENV === 'production') return 'production';
  if (!NODE_ENV || NODE_ENV === 'development' || NODE_ENV === 'test') return 'development';
  throw new ConfigProblem('NODE_ENV must be production, development or test.');
}

function readPort({ PORT }: Environment): number {
  if (!PORT) return 8787;
  const port = Number(PORT);
  if (/^\d+$/.test(PORT) && port <= 65_535) return port;
  throw new ConfigProblem('PORT must be a number from 0 to 65535.');
}

function readRateLimit({ RATE_LIMIT_PER_MINUTE }: Environment): number {
  if (!RATE_LIMIT_PER_MINUTE) return 600;
  const limit = Number(RATE_LIMIT_PER_MINUTE);
  if (/^\d+$/.test(RATE_LIMIT_PER_MINUTE) && limit >= 1 && limit <= 1_000_000) return limit;
  throw new ConfigProblem('RATE_LIMIT_PER_MINUTE must be a number from 1 to 1000000.');
}

function readKeys(environment: Environment): KeySource {
  const { AUTH_SECRET, AUTH_JWKS_URL, NODE_ENV } = environment;
  if (AUTH_SECRET && AUTH_JWKS_URL) throw new ConfigProblem('Set either AUTH_SECRET or AUTH_JWKS_URL, not both.');
  if (AUTH_JWKS_URL) return { kind: 'jwks', url: keysUrl(AUTH_JWKS_URL) };
  if (!AUTH_SECRET && NODE_ENV === 'production')
    throw new ConfigProblem('In production mode set AUTH_SECRET or AUTH_JWKS_URL, so that tokens can be verified.');
  if (AUTH_SECRET && Buffer.byteLength(AUTH_SECRET) < SECRET_BYTES) throw new ConfigProblem(`AUTH_SECRET must have at least ${SECRET_BYTES} bytes.`);
  return { kind: 'secret', secret: AUTH_SECRET || null };
}

/** Whoever can change the keys on their way can sign for everybody. */
function keysUrl(text: string): URL {
  const url = URL.parse(text);
  const isLoopback = url !== null && url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url !== null && (url.protocol === 'https:' || isLoopback)) return url;
  throw new ConfigProblem('AUTH_JWKS_URL must be an https address.');
}

/** Compared letter by letter with what browsers send, so anything that they would never send is a mistake. */
function readOrigins({ CORS_ORIGINS }: Environment): string[] {
  const origins = (CORS_ORIGINS ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  const wrong = origins.find((origin) => !/^https?:/.test(origin) || URL.parse(origin)?.origin !== origin);
  if (wrong === undefined) return origins;
  throw new ConfigProblem(`CORS_ORIGINS must list origins such as https://app.example.com with commas between; ${JSON.stringify(wrong)} is none.`);
}

/** The value itself may hold a password, so no message repeats it. */
export function postgresUrl(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  if (!value) return undefined;
  if (/^postgres(ql)?:$/.test(URL.parse(value)?.protocol ?? '')) return value;
  throw new ConfigProblem(`${name} must be an address such as postgres://user:password@host/database.`);
}
