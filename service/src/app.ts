import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import staticFiles from '@fastify/static';
import type { DevelopmentOrganizations } from '@qontak/impact-contract';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Auth } from './auth/auth.ts';
import { guardOf } from './auth/guard.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { DatabaseFull, DatabaseReadOnly } from './db/errors.ts';
import { sqlFile } from './db/sql-file.ts';
import { HELMET, PAGE_POLICY } from './headers.ts';
import { errorFields, logFailedCount, logRequests, type LogStream } from './log.ts';
import { NO_ROUTE, problemOf, sendProblem } from './problems.ts';
import { RateLimit } from './rate-limit.ts';
import { refreshSoon } from './refresh/refresh.ts';
import { chatsRoute } from './routes/chats.ts';
import { developmentRoutes } from './routes/development.ts';
import { docsRoute } from './routes/docs.ts';
import { operationRoutes } from './routes/operations.ts';
import { prometheusRoute } from './routes/prometheus.ts';
import { reportRoute } from './routes/report.ts';
import { reportViewsRoute } from './routes/report-views.ts';
import { returnRulingRoutes } from './routes/return-ruling.ts';
import { revisionsRoute } from './routes/revisions.ts';
import { settingsRoutes } from './routes/settings.ts';
import { successMetricsRoute } from './routes/success-metrics.ts';
import { serverOptions } from './server-options.ts';
import { instrumentsFor } from './watch/instruments.ts';

const LIST_ORGANIZATIONS = sqlFile(import.meta.url, './list-organizations.sql');

export interface AppOptions {
  /** Requests work on this access only; the owner's counts anew what a change has queued, is measured, and lists organizations in development mode. */
  database: Pick<Database, 'request' | 'owner' | 'connections'>;
  auth: Auth;
  config: Pick<Config, 'mode' | 'corsOrigins' | 'rateLimitPerMinute'>;
  /** A folder with a page to serve at `/`. */
  staticRoot?: string | undefined;
  /** Where the log goes; absent: standard output. */
  log?: LogStream | undefined;
  /** A change was counted, or is left to be counted in the background. */
  onRefreshed?: () => void;
}

/** The service without a port: tests inject requests into it. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, auth, config, log = process.stdout } = options;
  const app = Fastify(serverOptions(config, log));
  app.decorateRequest('identity', null);
  logRequests(app);
  const instruments = instrumentsFor(database);
  app.addHook('onResponse', async (request, reply) => instruments.answered(request, reply));
  hangUpWhenStopping(app);
  answerErrors(app);
  await app.register(helmet, HELMET);
  await allowOrigins(app, config.corsOrigins);
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  // Bodies are JSON: what a form of another page could send is refused before it is read.
  app.removeContentTypeParser('text/plain');
  const guard = guardOf(auth, new RateLimit(config.rateLimitPerMinute));
  const refresh = async (organizationId: string): Promise<void> => {
    // The change is stored, and with it the request to count it: an error would tell the client otherwise.
    await refreshSoon(database.owner, organizationId).catch((error: unknown) => logFailedCount(app.log, organizationId, error));
    options.onRefreshed?.();
  };
  reportRoute(app, database, guard);
  chatsRoute(app, { database, guard });
  revisionsRoute(app, { database, guard });
  returnRulingRoutes(app, { database, guard, refresh });
  settingsRoutes(app, { database, guard, refresh });
  reportViewsRoute(app, { database, guard });
  successMetricsRoute(app, { database, guard });
  operationRoutes(app, database);
  prometheusRoute(app, instruments, guard);
  if (config.mode === 'development' && auth.mint !== null) {
    developmentRoutes(app, auth.mint, () => database.owner.query<DevelopmentOrganizations[number]>(LIST_ORGANIZATIONS));
  }
  await app.register(async (pages) => servePages(pages, options.staticRoot));
  return app;
}

/** A connection that is kept alive after its last answer would keep the process alive as well. */
function hangUpWhenStopping(app: FastifyInstance): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const answer = problemOf(error);
    if (answer.code === 'internal') request.log.error({ error: errorFields(error) }, 'failed');
    if (answer.code === 'unavailable' || answer.code === 'read_only') request.log.warn({ error: errorFields((error as Error).cause ?? error) }, wordFor(error));
    return sendProblem(reply, answer);
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, { code: 'not_found', message: NO_ROUTE }));
}

/** What the log calls a database that does not do its part. */
function wordFor(error: unknown): string {
  if (error instanceof DatabaseReadOnly) return 'read only';
  return error instanceof DatabaseFull ? 'full' : 'away';
}

async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'PUT', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'if-match', 'if-none-match'],
    exposedHeaders: ['etag', 'retry-after', 'x-request-id'],
    credentials: false,
    maxAge: 600,
  });
}

async function servePages(pages: FastifyInstance, root: string | undefined): Promise<void> {
  pages.addHook('onSend', async (_request, reply) => void reply.header('content-security-policy', PAGE_POLICY));
  docsRoute(pages);
  if (root !== undefined) await pages.register(staticFiles, { root, dotfiles: 'ignore' });
}
