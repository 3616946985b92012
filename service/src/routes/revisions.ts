import type { PeriodRevisions } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import { type Guard, identityOf } from '../auth/guard.ts';
import type { Database } from '../db/database.ts';
import { periodRevisions } from '../metrics/period-revisions.ts';
import { reportBasis } from '../metrics/report.ts';
import { Refused } from '../problems.ts';
import { reportQuery } from './query.ts';

/** `GET /v1/impact-report/revisions`: how the figures of a week or a month were frozen, and how they changed since. */
export function revisionsRoute(app: FastifyInstance, { database, guard }: { database: Pick<Database, 'request'>; guard: Guard }): void {
  app.get('/v1/impact-report/revisions', guard('admin', 'supervisor'), async (request, reply): Promise<PeriodRevisions> => {
    const { organizationId } = identityOf(request);
    const query = reportQuery(request.query);
    const revisions = await database.request.asOrganization(organizationId, async (tx) => {
      const basis = await reportBasis(tx, organizationId, query);
      if (basis === null) throw new Refused('not_found', 'The organization of the token is not known here.');
      return periodRevisions(tx, basis);
    });
    reply.header('cache-control', 'private, no-store');
    return revisions;
  });
}
