import { type DevelopmentOrganizations, type DevelopmentToken, OrganizationId, ROLES } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import type { Auth } from '../auth/auth.ts';
import { Refused } from '../problems.ts';
import { single } from './query.ts';

/** What the demo needs before it has a token. Anybody who reaches these routes may have anything, so they exist in development mode only. */
export function developmentRoutes(app: FastifyInstance, mint: NonNullable<Auth['mint']>, organizations: () => Promise<DevelopmentOrganizations>): void {
  app.get('/dev/token', async (request, reply): Promise<DevelopmentToken> => {
    const organization = OrganizationId.safeParse(single(request.query, 'organization'));
    const role = ROLES.find((name) => name === single(request.query, 'role'));
    if (!organization.success) throw new Refused('bad_request', 'organization must be a UUID.');
    if (role === undefined) throw new Refused('bad_request', `role must be one of ${ROLES.join(', ')}.`);
    reply.header('cache-control', 'no-store');
    return mint({ organizationId: organization.data.toLowerCase(), role });
  });
  app.get('/dev/organizations', async (_request, reply): Promise<DevelopmentOrganizations> => {
    reply.header('cache-control', 'no-store');
    return organizations();
  });
}
