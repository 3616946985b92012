import { ReportViewInput } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import { type Guard, identityOf } from '../auth/guard.ts';
import type { Database } from '../db/database.ts';
import { Refused } from '../problems.ts';
import { bodyOf } from './body.ts';

/** `POST /v1/report-views`: a report was looked at. Once a month and role is as good as often, so it can be sent with every page. */
export function reportViewsRoute(app: FastifyInstance, { database, guard }: { database: Pick<Database, 'request'>; guard: Guard }): void {
  app.post('/v1/report-views', guard('admin', 'supervisor'), async (request, reply) => {
    const { organizationId, role } = identityOf(request);
    const { net_and_gap, work_absorbed } = bodyOf(request, ReportViewInput);
    const [row] = await database.request.changeAsOrganization(organizationId, (tx) =>
      tx.query<{ known: boolean }>('select record_report_view($1, $2, $3) as known', [role, net_and_gap, work_absorbed]),
    );
    if (!row!.known) throw new Refused('not_found', 'The organization of the token is not known here.');
    return reply.code(204).header('cache-control', 'no-store').send();
  });
}
