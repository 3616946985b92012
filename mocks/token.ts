// Tokens that look like the real ones and prove nothing: there is no secret in a browser. Only the mocks accept them.
import * as contract from '@qontak/impact-contract';

/** Who asks, as the claims of a token say. */
export interface Identity {
  org_id: contract.OrganizationId;
  role: contract.Role;
}

const LIFETIME_MS = 10 * 60_000;

const encode = (value: object): string => btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** A token for the demo. */
export function mintToken({ org_id, role }: Identity, now: Date): contract.DevelopmentToken {
  const expires = Math.floor((now.getTime() + LIFETIME_MS) / 1000);
  const claims = { org_id, role, sub: 'sandbox', aud: 'impact-metrics', exp: expires };
  return { token: `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.sandbox`, expires_at: new Date(expires * 1000).toISOString() };
}

/** Who a request's Authorization header speaks for; null: nobody, or not any more. */
export function identityOf(header: string | null, now: Date): Identity | null {
  const claims = claimsOf(/^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/.exec(header ?? '')?.[1]);
  if (claims === null || !contract.OrganizationId.safeParse(claims['org_id']).success) return null;
  const role = contract.ROLES.find((known) => known === claims['role']);
  const valid = typeof claims['exp'] === 'number' && claims['exp'] * 1000 > now.getTime();
  return role && valid ? { org_id: claims['org_id'] as string, role } : null;
}

function claimsOf(part: string | undefined): Record<string, unknown> | null {
  if (part === undefined) return null;
  try {
    const claims: unknown = JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
