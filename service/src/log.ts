import { createHash } from 'node:crypto';
import type { FastifyBaseLogger, FastifyInstance, FastifyServerOptions } from 'fastify';
import type { Config } from './config.ts';

/** Where log lines go. */
export interface LogStream {
  write(line: string): void;
}

/**
 * The log holds an allow-list of fields and nothing else: method, route template, status, time, request id, hashed organization.
 * No address with its query, no header, no body: they may hold tokens and what customers wrote.
 */
export function loggerOptions({ mode }: Pick<Config, 'mode'>, stream: LogStream): NonNullable<FastifyServerOptions['logger']> {
  return {
    // In development only what went wrong; the terminal belongs to whoever develops.
    level: mode === 'production' ? 'info' : 'warn',
    stream,
    base: null,
    serializers: { err: errorFields, req: () => ({}), res: () => ({}) },
  };
}

/** Where an error happened. Its message is left out: it may repeat what a client sent, or what a row holds. */
export function errorFields(error: unknown): { type: string; code: string; message: ''; stack: string } {
  const { name = typeof error, code = '', stack = '' } = error instanceof Error ? (error as Error & { code?: string }) : {};
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: name, code, message: '', stack: frames.slice(0, 8).join('\n') };
}

/** One line for each answered request. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(request.identity === null ? {} : { organization: hashed(request.identity.organizationId) }),
      },
      'answered',
    );
  });
}

/** The figures of an organization, or of all, stay behind until counting them goes well again. */
export function logFailedCount(log: FastifyBaseLogger, organizationId: string | null, error: unknown): void {
  log.error({ ...(organizationId === null ? {} : { organization: hashed(organizationId) }), error: errorFields(error) }, 'not counted');
}

/** An import or a sync was killed and not taken up again: chats may stand in the figures without what their AI logged. */
export function logHalfCount(log: FastifyBaseLogger, organizationId: string): void {
  log.warn({ organization: hashed(organizationId) }, 'counted half an import');
}

const hashed = (organizationId: string): string => createHash('sha256').update(organizationId).digest('hex').slice(0, 12);
