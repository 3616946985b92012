import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type FastifyHttpOptions, LogController } from 'fastify';
import type { Config } from './config.ts';
import { BARE_HEADERS } from './headers.ts';
import { loggerOptions, type LogStream } from './log.ts';
import { problemOf, rawProblem, sendProblem } from './problems.ts';

/** Routes that take more say so. */
const LARGEST_BODY = 16 * 1024;

// A client that sends or reads slowly costs a connection and nothing more: no thread, and no connection to the database, which is asked when the
// whole request is there. These bound how long. Milliseconds.
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 30_000;
/** Nothing was sent either way: longer than any answer takes to make. */
const IDLE_TIMEOUT = 120_000;
const CHECK_INTERVAL = 1_000;

/** How the server listens, what it logs, and what it answers before a route is found. */
export function serverOptions(config: Pick<Config, 'mode'>, log: LogStream): FastifyHttpOptions<Server> {
  return {
    logger: loggerOptions(config, log),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    // Never taken from the client, who could write anything into the log.
    genReqId: () => randomUUID(),
    bodyLimit: LARGEST_BODY,
    // Ids of chats are the source's own: 512 letters, of two UTF-16 units at most (decoded, as they are measured), and the moment that tells chats of a room apart.
    routerOptions: { maxParamLength: 1_100 },
    requestTimeout: REQUEST_TIMEOUT,
    connectionTimeout: IDLE_TIMEOUT,
    http: { headersTimeout: HEADERS_TIMEOUT, connectionsCheckingInterval: CHECK_INTERVAL },
    // A request that is in when the service stops is answered; the database is closed after it.
    return503OnClosing: false,
    // Neither of these two passes the hooks, which set the headers otherwise.
    frameworkErrors: (error, _request, reply) => void sendProblem(reply.headers(BARE_HEADERS), problemOf(error)),
    clientErrorHandler(error, socket) {
      const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
      if (socket.writable && error.code !== 'ECONNRESET') socket.write(rawProblem(status));
      socket.destroy(error);
    },
  };
}
