/** Everything that can keep a report from the page. Hosts meet these codes in `impact-error`; the words for people are the widgets'. */
export const ERROR_CODES = [
  'bad_source',
  'no_token_provider',
  'auth_timeout',
  'auth_empty',
  'auth_rejected',
  'forbidden',
  'tenant_mismatch',
  'rate_limited',
  'offline',
  'network',
  'timeout',
  'server',
  'schema',
  'not_found',
  'bad_request',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

interface Meaning {
  /** For engineers: what failed and what to do. Never a value from the request or the answer. */
  message: string;
  /** Whether the same request can succeed later, so that a button to try again makes sense. */
  retryable: boolean;
}

const MEANINGS: Readonly<Record<ErrorCode, Meaning>> = {
  bad_source: { message: 'Could not request the report: src is missing or not https. Set src to the address of the metrics service.', retryable: false },
  no_token_provider: { message: 'Could not request the report: there is no tokenProvider. Set it as a property, not as an attribute.', retryable: false },
  auth_timeout: { message: 'Could not get a token: tokenProvider did not answer in time. Check the token endpoint.', retryable: true },
  auth_empty: { message: 'Could not get a token: tokenProvider failed or gave none. Return a string or { token, expiresAt }.', retryable: true },
  auth_rejected: { message: 'Could not request the report: a fresh token was refused. Check its audience, key and clock.', retryable: true },
  forbidden: { message: 'Could not request the report: the role in the token may not read it. Only admins and supervisors may.', retryable: false },
  tenant_mismatch: { message: 'Could not show the report: it belongs to another organization than org. Match the token and org.', retryable: true },
  rate_limited: { message: 'Could not request the report: too many requests. Wait before the next one.', retryable: true },
  offline: { message: 'Could not request the report: this device is offline. Try again once it is connected.', retryable: true },
  network: { message: 'Could not request the report: no answer. Check the address, CORS and the connect-src policy.', retryable: true },
  timeout: { message: 'Could not request the report: no answer in time. Try again.', retryable: true },
  server: { message: 'Could not request the report: the service failed. Try again, and look for the request id in its log.', retryable: true },
  schema: { message: 'Could not read the report: it does not fit the contract of this version. Update the element or the service.', retryable: false },
  not_found: { message: 'Could not request the report: there is none at this address. Check src and the organization.', retryable: false },
  bad_request: { message: 'Could not request the report: the period or channel is not possible. Choose another one.', retryable: false },
};

export interface ErrorDetails {
  /** The HTTP status, when there was an answer. */
  status?: number;
  /** What the service calls this request in its log. */
  requestId?: string;
  /** What exactly, for engineers; never shown to customers. */
  note?: string;
  cause?: unknown;
}

/** A report that could not be had: one class, a closed set of codes. */
export class ReportError extends Error {
  override name = 'ReportError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly status: number | null;
  readonly requestId: string | null;

  constructor(code: ErrorCode, { status, requestId, note, cause }: ErrorDetails = {}) {
    const { message, retryable } = MEANINGS[code];
    super(note === undefined ? message : `${message} (${note})`, { cause });
    this.code = code;
    this.retryable = retryable;
    this.status = status ?? null;
    this.requestId = requestId ?? null;
  }
}

/** Passing trouble that one more request a moment later often gets over; an answer of 4xx is not. */
export const isTransient = ({ code }: ReportError): boolean => code === 'network' || code === 'timeout' || code === 'server';

/** The reader may not, or no longer, see this organization's report: earlier figures have to go from the page too. */
export const isDenied = ({ code }: ReportError): boolean => code === 'auth_rejected' || code === 'forbidden' || code === 'tenant_mismatch';
