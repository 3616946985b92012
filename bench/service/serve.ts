// The service as production runs it, for several databases at once, each on a port of its own; with routes beside it that do the least a route
// can do. One process for all of them: code that is warm for one is warm for all, so that nothing but the data differs.
import { authOf, buildApp, type DatabaseConfig, openDatabase, readConfig, type RequestDatabase } from '@qontak/impact-service';
import { guardOf, identityOf } from '../../service/src/auth/guard.ts';
import { RateLimit } from '../../service/src/rate-limit.ts';
import { answer } from '../part.ts';
import { peakOfThisProcess } from './memory.ts';
import { StatementTimes } from './statement-times.ts';

/** As often as this nobody asks here, so the limit is counted and never met. */
const UNLIMITED = 1_000_000;

/** The least that a route does for a verified token: one statement by itself; or one in the transaction that binds it to the organization's rows. */
export const BARE = '/bench/select-1';
export const BARE_ISOLATED = '/bench/select-1-isolated';

let times = new StatementTimes();

async function serve(place: DatabaseConfig, secret: string): Promise<string> {
  const config = readConfig({ NODE_ENV: 'production', AUTH_SECRET: secret, RATE_LIMIT_PER_MINUTE: String(UNLIMITED) });
  const { owner, request, connections } = await openDatabase(place);
  const auth = authOf(config);
  // Looked up at each request, because the times begin anew for each phase.
  const watched: RequestDatabase = { ...request, asOrganization: (id, work) => times.watchRequests(request).asOrganization(id, work) };
  const app = await buildApp({ database: { owner, connections, request: watched }, auth, config, log: { write: () => {} } });
  const guard = guardOf(auth, new RateLimit(UNLIMITED));
  app.get(BARE, guard('admin', 'supervisor'), async () => ({ status: 'success', data: await owner.query('select 1 as one') }));
  app.get(BARE_ISOLATED, guard('admin', 'supervisor'), async (asked) => {
    const data = await request.asOrganization(identityOf(asked).organizationId, (tx) => tx.query('select 1 as one'));
    return { status: 'success', data };
  });
  return app.listen({ host: '127.0.0.1', port: 0 });
}

const ANSWERS = {
  /** The addresses, in the order of the databases. */
  async open({ databases, secret }: { databases: DatabaseConfig[]; secret: string }): Promise<string[]> {
    return Promise.all(databases.map((place) => serve(place, secret)));
  },
  /** How many statements were waited for since it was asked the last time, and how long. */
  async waited(): Promise<{ statements: number; ms: number }> {
    const { statements, ms } = times;
    times = new StatementTimes();
    return { statements, ms };
  },
  async peak(): Promise<number> {
    return peakOfThisProcess();
  },
};
export type Serving = typeof ANSWERS;

answer(ANSWERS);
