import { randomBytes } from 'node:crypto';
import { OrganizationId, type Role, ROLES } from '@qontak/impact-contract';
import { errors, type JWTPayload, jwtVerify, type JWTVerifyOptions, SignJWT } from 'jose';
import type { Config } from '../config.ts';
import { publishedKeys } from './published-keys.ts';

/** Who asks, as the token says. */
export interface Identity {
  organizationId: string;
  role: Role;
  /** The user, as the issuer knows them: opaque, and in the history of what they change. Null: the token names nobody. */
  subject: string | null;
}

/** For whom a token is made. */
type Holder = Pick<Identity, 'organizationId' | 'role'>;

/** Verifies tokens; in development mode also makes them. */
export interface Auth {
  /** @throws {TokenRefused} {@link KeysAway} */
  verify(token: string): Promise<Identity>;
  /** Makes a short-lived token for the demo. Null in production mode, and where somebody else signs. */
  mint: ((holder: Holder) => Promise<{ token: string; expires_at: string }>) | null;
}

/** The token proves nothing. The message says why, and nothing about the token itself. */
export class TokenRefused extends Error {
  override name = 'TokenRefused';
}

/** The issuer's keys cannot be had now. */
export class KeysAway extends Error {
  override name = 'KeysAway';
}

/** Clocks differ; more than this is an error of somebody's. */
const SKEW_SECONDS = 60;
/** Nobody can take a token back, so one that leaks must soon be worth nothing. */
const LONGEST_SECONDS = 15 * 60;

/** Which signatures are taken belongs to the kind of key: a public key must never be read as a shared secret. */
const SECRET_ALGORITHMS = ['HS256'];
const PUBLIC_KEY_ALGORITHMS = ['RS256', 'ES256', 'EdDSA', 'Ed25519'];

export function authOf(config: Pick<Config, 'mode' | 'keys' | 'audience' | 'issuer'>): Auth {
  const options: JWTVerifyOptions = {
    audience: config.audience,
    ...(config.issuer === null ? {} : { issuer: config.issuer }),
    clockTolerance: SKEW_SECONDS,
    requiredClaims: ['exp'],
  };
  if (config.keys.kind === 'jwks') {
    const keys = publishedKeys(config.keys.url);
    return { verify: (token) => verify(() => jwtVerify(token, keys, { ...options, algorithms: PUBLIC_KEY_ALGORITHMS })), mint: null };
  }
  // Without a secret each process has its own, so that no token of the demo is good anywhere else.
  const secret = config.keys.secret === null ? randomBytes(32) : new TextEncoder().encode(config.keys.secret);
  return {
    verify: (token) => verify(() => jwtVerify(token, secret, { ...options, algorithms: SECRET_ALGORITHMS })),
    mint: config.mode === 'production' ? null : (holder) => mint(holder, secret, config),
  };
}

async function verify(check: () => Promise<{ payload: JWTPayload }>): Promise<Identity> {
  try {
    const { payload } = await check();
    return identityOf(payload);
  } catch (error) {
    throw refusal(error);
  }
}

function identityOf({ org_id, role, iat, exp, sub }: JWTPayload & { org_id?: unknown; role?: unknown }): Identity {
  const latest = Date.now() / 1000 + SKEW_SECONDS;
  if (iat !== undefined && iat > latest) throw new TokenRefused('The token was issued in the future.');
  if (exp! > latest + LONGEST_SECONDS) throw new TokenRefused(`The token is good for too long: at most ${LONGEST_SECONDS / 60} minutes.`);
  const organization = OrganizationId.safeParse(org_id);
  if (!organization.success) throw new TokenRefused('The token names no organization: org_id must be a UUID.');
  const known = ROLES.find((name) => name === role);
  if (known === undefined) throw new TokenRefused(`The token names no known role: ${ROLES.join(', ')}.`);
  return { organizationId: organization.data.toLowerCase(), role: known, subject: sub !== undefined && SUBJECT.test(sub) ? sub : null };
}

/** As long as OpenID Connect lets it be (Core, section 2); it is kept and shown, so it stays on one line. */
const SUBJECT = /^\P{Cc}{1,255}$/u;

function refusal(error: unknown): Error {
  if (error instanceof TokenRefused) return error;
  if (error instanceof errors.JWTExpired) return new TokenRefused('The token has expired. Get another.');
  // jose's own sentences about claims name the claim and not its value
  if (error instanceof errors.JWTClaimValidationFailed) return new TokenRefused(`The token is not for this service: claim ${error.claim} does not fit.`);
  if (error instanceof errors.JOSEError && !KEYS_FAULTS.has(error.code)) return new TokenRefused('The token is not valid.');
  return new KeysAway('Could not get the keys that tokens are verified with. Try again later.', { cause: error });
}

/** jose reports an unexpected answer of the issuer with its general code. */
const KEYS_FAULTS = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

async function mint({ organizationId, role }: Holder, secret: Uint8Array, { audience, issuer }: Pick<Config, 'audience' | 'issuer'>) {
  const expires = Math.floor(Date.now() / 1000) + LONGEST_SECONDS;
  const token = new SignJWT({ org_id: organizationId, role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('demo')
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires);
  if (issuer !== null) token.setIssuer(issuer);
  return { token: await token.sign(secret), expires_at: new Date(expires * 1000).toISOString() };
}
