import { type ErrorCode, ReportError } from './errors.ts';
import type { TokenSource } from './token.ts';

export type Fetcher = (input: URL, init: RequestInit) => Promise<Response>;

/** What can check an answer: any zod schema. */
export interface Parser<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

export interface JsonRequest<T> {
  url: URL;
  parser: Parser<T>;
  /** Absent: the fetcher adds the authorization itself, as a proxy of the host does. */
  tokens: TokenSource | null;
  fetcher: Fetcher | undefined;
  signal: AbortSignal;
  timeout?: number;
}

/** Longer than any answer that is worth waiting for. */
const TIMEOUT_MS = 30_000;

/** An authorized GET whose answer is checked against the contract. A refused token is renewed once. */
export async function requestJson<T>(request: JsonRequest<T>): Promise<T> {
  const token = await request.tokens?.get();
  let answer = await send(request, token);
  if (answer.status === 401 && request.tokens && token !== undefined) answer = await send(request, await request.tokens.renew(token));
  if (answer.status < 200 || answer.status > 299) throw refusal(answer);
  return parseJson(answer.body, request.parser);
}

interface Answer {
  status: number;
  body: string;
  requestId: string | null;
}

async function send({ url, fetcher, signal, timeout = TIMEOUT_MS }: JsonRequest<unknown>, token: string | undefined): Promise<Answer> {
  signal.throwIfAborted();
  const late = AbortSignal.timeout(timeout);
  const init: RequestInit = {
    headers: { Accept: 'application/json', ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) },
    // The token is the only credential: no cookie of the host travels, and no address of the host is told.
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.any([signal, late]),
  };
  try {
    // Looked up at each call: monitoring tools and tests replace the page's fetch after we load.
    const response = await (fetcher ?? globalThis.fetch.bind(globalThis))(url, init);
    return { status: response.status, body: await response.text(), requestId: response.headers.get('x-request-id') };
  } catch (error) {
    signal.throwIfAborted();
    if (late.aborted) throw new ReportError('timeout', { cause: error });
    throw new ReportError(globalThis.navigator?.onLine === false ? 'offline' : 'network', { cause: error });
  }
}

const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = { 401: 'auth_rejected', 403: 'forbidden', 404: 'not_found', 408: 'timeout', 429: 'rate_limited' };

function refusal({ status, requestId }: Answer): ReportError {
  const code = CODE_OF_STATUS[status] ?? (status >= 400 && status < 500 ? 'bad_request' : 'server');
  return new ReportError(code, { status, ...(requestId === null ? {} : { requestId }) });
}

function parseJson<T>(body: string, parser: Parser<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new ReportError('schema', { note: 'not JSON', cause });
  }
  return check(value, parser);
}

/** A value that fits the contract. The note names the fields that do not, and no value: a value can be a customer's text. */
export function check<T>(value: unknown, parser: Parser<T>): T {
  const result = parser.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new ReportError('schema', { note: fields.join('; ') });
}
