import { deadline } from './deadline.ts';
import { type ErrorCode, ReportError } from './errors.ts';
import type { TokenSource } from './token.ts';

export type Fetcher = (input: URL, init: RequestInit) => Promise<Response>;

/** What can check an answer: any zod schema. */
export interface Parser<T> {
  safeParse(
    value: unknown,
    words: { error: (issue: { code: string; expected?: unknown }) => string },
  ): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

export interface AuthorizedRequest {
  url: URL;
  /** Absent: GET. */
  write?: Write;
  /** Absent: the fetcher adds the authorization itself, as a proxy of the host does. */
  tokens: TokenSource | null;
  fetcher: Fetcher | undefined;
  signal: AbortSignal;
  timeout?: number;
}

/** What to store. */
interface Write {
  method: 'PUT' | 'POST';
  body: unknown;
  /** The version that it replaces: a service that has another one by now refuses. Null: it replaces whatever is there. */
  etag: string | null;
}

export interface JsonRequest<T> extends AuthorizedRequest {
  parser: Parser<T>;
}

/** Longer than any answer that is worth waiting for. */
const TIMEOUT_MS = 30_000;

/** An authorized GET whose answer is checked against the contract. */
export async function requestJson<T>(request: JsonRequest<T>): Promise<T> {
  const answer = await requestAnswer(request);
  if (!isGood(answer)) throw refusal(answer);
  return check(jsonOf(answer), request.parser);
}

export interface Answer {
  status: number;
  body: string;
  etag: string | null;
  requestId: string | null;
}

export const isGood = ({ status }: Answer): boolean => status >= 200 && status <= 299;

/** An authorized request and its answer, whatever the status. A refused token is renewed once. */
export async function requestAnswer(request: AuthorizedRequest): Promise<Answer> {
  const token = await request.tokens?.get(request.signal);
  const answer = await send(request, token);
  if (answer.status !== 401 || !request.tokens || token === undefined) return answer;
  return send(request, await request.tokens.renew(token, request.signal));
}

async function send({ url, write, fetcher, signal, timeout = TIMEOUT_MS }: AuthorizedRequest, token: string | undefined): Promise<Answer> {
  signal.throwIfAborted();
  const late = deadline(timeout, signal);
  const init: RequestInit = {
    ...(write === undefined ? {} : { method: write.method, body: JSON.stringify(write.body) }),
    headers: headersOf(write, token),
    // The token is the only credential: no cookie of the host travels, and no address of the host is told.
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: late.signal,
  };
  try {
    // Looked up at each call: monitoring tools and tests replace the page's fetch after we load.
    return await answerOf(await (fetcher ?? globalThis.fetch.bind(globalThis))(url, init));
  } catch (error) {
    signal.throwIfAborted();
    if (late.signal.aborted) throw new ReportError('timeout', { cause: error });
    if (error instanceof ReportError) throw error;
    if (globalThis.navigator?.onLine === false) throw new ReportError('offline', { cause: error });
    // Why a fetcher of the host fails, the host knows.
    throw new ReportError('network', { cause: error, ...(fetcher ? {} : { misuse: 'IMPACT-017', note: url.origin }) });
  } finally {
    late.clear();
  }
}

async function answerOf(response: Response): Promise<Answer> {
  if (typeof response?.text !== 'function') throw new ReportError('network', { misuse: 'IMPACT-023' });
  const { status, headers } = response;
  return { status, body: await response.text(), etag: headers.get('etag'), requestId: headers.get('x-request-id') };
}

function headersOf(write: Write | undefined, token: string | undefined): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(write === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(write === undefined || write.etag === null ? {} : { 'If-Match': write.etag }),
  };
}

const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = { 401: 'auth_rejected', 403: 'forbidden', 404: 'not_found', 408: 'timeout', 429: 'rate_limited' };

/** @param where - What there is nothing at, if the console is to name it. */
export function refusal({ status, requestId }: Answer, where?: URL): ReportError {
  const code = CODE_OF_STATUS[status] ?? (status >= 400 && status < 500 ? 'bad_request' : 'server');
  const note = code === 'not_found' && where !== undefined ? spoken(where) : '';
  return new ReportError(code, { status, note, ...(requestId === null ? {} : { requestId }) });
}

/** Without what stands after the path: it is nobody's business in a log. */
const spoken = ({ origin, pathname }: URL): string => origin + pathname;

/** @throws {ReportError} `schema` */
export function jsonOf({ body }: Answer, where?: URL): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ReportError('schema', { misuse: 'IMPACT-019', cause, ...(where === undefined ? {} : { note: spoken(where) }) });
  }
}

/**
 * What is wrong with a field that has no words of its own. Every copy of zod on a page reads the same settings: without words from us a
 * host's would be asked for some, be shown the value and stand in our line of the console.
 */
const wordsFor = ({ code, expected }: { code: string; expected?: unknown }): string =>
  typeof expected === 'string' ? `no ${expected}` : code.replaceAll('_', ' ');

/**
 * A value that fits the contract. The note names the fields that do not, and no value: a value can be a customer's text.
 * @param within - Where in the answer it stands.
 */
export function check<T>(value: unknown, parser: Parser<T>, within: readonly string[] = []): T {
  const result = parser.safeParse(value, { error: wordsFor });
  if (result.success) return result.data;
  const fields = result.error.issues.slice(0, 3).map(({ path, message }) => `${[...within, ...path].join('.')}: ${message}`);
  throw new ReportError('schema', { note: fields.join('; ') });
}
