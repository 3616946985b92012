import { openApiDocument } from '@qontak/impact-contract/openapi';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../db/database.ts';
import { isReplica } from '../db/replica.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What operations and engineers ask for: alive, ready, and how the API looks. */
export function operationRoutes(app: FastifyInstance, database: Pick<Database, 'request'>): void {
  const document = openApiDocument();
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    // Throws while the service starts and while the database is away, which is answered with 503.
    const replica = await database.request.asOrganization(NOBODY, isReplica);
    return reply.header('cache-control', 'no-store').send({ status: 'ready', database: replica ? 'replica' : 'primary' });
  });
  app.get('/openapi.json', async () => document);
}
