import type { Role } from '@qontak/impact-contract';
import type { FastifyRequest } from 'fastify';
import { Refused } from '../problems.ts';
import { type Auth, type Identity, TokenRefused } from './auth.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null until the token is verified. */
    identity: Identity | null;
  }
}

/**
 * Who asks, from the token and from nothing else, when the role may have what is asked for.
 * @throws {TokenRefused} {@link Refused}
 */
export async function authenticate(request: FastifyRequest, auth: Auth, roles: readonly Role[]): Promise<Identity> {
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new TokenRefused('Send a token: Authorization: Bearer <JWT>.');
  const identity = await auth.verify(token);
  request.identity = identity;
  if (!roles.includes(identity.role)) throw new Refused('forbidden', `The role ${identity.role} may not do this; ${roles.join(' or ')} may.`);
  return identity;
}
