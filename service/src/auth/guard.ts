import type { Role } from '@qontak/impact-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { vary } from '../headers.ts';
import { Refused } from '../problems.ts';
import type { RateLimit } from '../rate-limit.ts';
import { single } from '../routes/query.ts';
import type { Auth, Identity } from './auth.ts';
import { authenticate } from './authenticate.ts';

/** Makes the hook that stands before a route: who asks, whether the role may, whether it asks too often. Runs before a body is read. */
export type Guard = (...roles: Role[]) => { onRequest: (request: FastifyRequest, reply: FastifyReply) => Promise<void> };

export const guardOf =
  (auth: Auth, limit: RateLimit): Guard =>
  (...roles) => ({
    onRequest: async (request, reply) => {
      // Set before anything can fail: a cache must not give one reader's refusal to another either.
      vary(reply, 'Authorization');
      const identity = await authenticate(request, auth, roles);
      const seconds = limit.take(identity.organizationId);
      if (seconds > 0) {
        reply.header('retry-after', String(seconds));
        throw new Refused('too_many_requests', `The organization asks too often. Try again in ${seconds} s.`);
      }
      refuseForeign(request.query, identity);
    },
  });

/** Who asks, behind a guard. */
export function identityOf({ identity }: FastifyRequest): Identity {
  if (identity === null) throw new Error('Could not tell who asks: the route has no guard.');
  return identity;
}

/**
 * Who changes something.
 * @throws {Refused} when the token names nobody: the history would not say who it was
 */
export function subjectOf(request: FastifyRequest): string {
  const { subject } = identityOf(request);
  if (subject === null) throw new Refused('forbidden', 'The token names no user: changes need a sub of 1 to 255 letters.');
  return subject;
}

/** The token names the organization. A client that names another one has mixed something up, and must not take the answer for that one's. */
function refuseForeign(query: unknown, { organizationId }: Identity): void {
  for (const name of ['organization', 'org_id', 'organization_id']) {
    const named = single(query, name);
    if (named !== undefined && named.toLowerCase() !== organizationId)
      throw new Refused('forbidden', `The token is for another organization than ${name} says.`);
  }
}
