import { type DevelopmentOrganizations, type DevelopmentToken, OrganizationId, ROLES } from '@qontak/impact-contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Auth } from '../auth/auth.ts';
import { isFromThisMachine } from '../auth/this-machine.ts';
import { Refused } from '../problems.ts';
import { single } from './query.ts';

/** A service that listens for other machines must not hand them tokens, even when somebody forgot to say that it is in production. */
async function onThisMachine(request: FastifyRequest): Promise<void> {
  if (!isFromThisMachine(request)) throw new Refused('not_found', 'There is no such route.');
}

/** What the demo needs before it has a token. Anybody who reaches these routes may have anything, so they exist in development mode only. */
export function developmentRoutes(app: FastifyInstance, mint: NonNullable<Auth['mint']>, organizations: () => Promise<DevelopmentOrganizations>): void {
  app.get('/dev/token', { onRequest: onThisMachine }, async (request, reply): Promise<DevelopmentToken> => {
    const organization = OrganizationId.safeParse(single(request.query, 'organization'));
    const role = ROLES.find((name) => name === single(request.query, 'role'));
    if (!organization.success) throw new Refused('bad_request', 'organization must be a UUID.');
    if (role === undefined) throw new Refused('bad_request', `role must be one of ${ROLES.join(', ')}.`);
    reply.header('cache-control', 'no-store');
    return mint({ organizationId: organization.data.toLowerCase(), role });
  });
  app.get('/dev/organizations', { onRequest: onThisMachine }, async (_request, reply): Promise<DevelopmentOrganizations> => {
    reply.header('cache-control', 'no-store');
    return organizations();
  });
}
