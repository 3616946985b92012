import { ImpossiblePeriod, type Problem, problem, PROBLEM_STATUS, type ProblemCode } from '@qontak/impact-contract';
import type { FastifyReply } from 'fastify';
import { KeysAway, TokenRefused } from './auth/auth.ts';
import { DatabaseAway, DatabaseFull, DatabaseReadOnly } from './db/errors.ts';
import { BARE_HEADERS } from './headers.ts';

/** A request that is not answered with what it asks for. The message goes to the client. */
export class Refused extends Error {
  override name = 'Refused';
  readonly code: ProblemCode;
  readonly messages: readonly string[];

  constructor(code: ProblemCode, ...messages: [string, ...string[]]) {
    super(messages.join(' '));
    this.code = code;
    this.messages = messages;
  }
}

/** How long a client should wait for a database or an issuer that is away. */
const RETRY_AFTER_SECONDS = '5';

const BAD_REQUEST = 'The request is malformed. See /openapi.json.';
const BAD_JSON = 'The body is not one JSON document. See /openapi.json for what it holds.';
/** What Fastify calls a body that is no JSON, or none at all. */
const JSON_FAULTS = new Set(['FST_ERR_CTP_INVALID_JSON_BODY', 'FST_ERR_CTP_EMPTY_JSON_BODY']);

/** What the client is told of an error. Of those that are our own it learns nothing but that they happened. */
export function problemOf(error: unknown): { code: ProblemCode; message: string; messages?: readonly string[] } {
  if (error instanceof Refused) return error;
  if (error instanceof ImpossiblePeriod) return { code: 'impossible_period', message: error.message };
  if (error instanceof TokenRefused) return { code: 'unauthorized', message: error.message };
  if (error instanceof DatabaseAway) return { code: 'unavailable', message: 'The database is away. Try again in a few seconds.' };
  if (error instanceof DatabaseFull) return { code: 'unavailable', message: 'The database can store nothing now. Try again later.' };
  if (error instanceof DatabaseReadOnly) return { code: 'read_only', message: READ_ONLY };
  if (error instanceof KeysAway) return { code: 'unavailable', message: error.message };
  const { statusCode: status = 500, code = '' } = (error ?? {}) as { statusCode?: number; code?: string };
  if (JSON_FAULTS.has(code)) return { code: 'bad_request', message: BAD_JSON };
  if (status === 413) return { code: 'too_large', message: 'The request is too large.' };
  if (status === 415) return { code: 'not_json', message: NOT_JSON };
  if (status === 404) return { code: 'not_found', message: NO_ROUTE };
  if (status >= 400 && status < 500) return { code: 'bad_request', message: BAD_REQUEST };
  return { code: 'internal', message: 'Something went wrong here. The request id in X-Request-Id finds it in the log.' };
}

/** Of which address it is only known that it is another one. */
const READ_ONLY = 'This address only reads, because its database is a replica or was set so. Send changes to the address of the service on the primary.';
export const NOT_JSON = 'Send the body as Content-Type: application/json.';
export const NO_ROUTE = 'There is nothing here. See /openapi.json.';

/** Answers with the error body of the contract, which every failure has. */
export function sendProblem(
  reply: FastifyReply,
  { code, message, messages = [message] }: { code: ProblemCode; message: string; messages?: readonly string[] },
): FastifyReply {
  if (code === 'unavailable') reply.header('retry-after', RETRY_AFTER_SECONDS);
  if (code === 'unauthorized') reply.header('www-authenticate', 'Bearer');
  return reply
    .code(PROBLEM_STATUS[code])
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(problem(code, ...messages));
}

/** An answer for what is no HTTP at all, for which there is no request yet. */
export function rawProblem(status: 400 | 408 | 431): string {
  const reason = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' }[status];
  const body = JSON.stringify(problem('bad_request', BAD_REQUEST) satisfies Problem);
  const headers = {
    ...BARE_HEADERS,
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n${body}`;
}
