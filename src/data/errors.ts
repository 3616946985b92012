import type { MisuseCode } from './misuses.ts';

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
  'version_conflict',
  'render',
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

/** What the integrator can do something about. */
interface Cause {
  misuse: MisuseCode;
  retryable: boolean;
}

const MEANINGS: Readonly<Record<ErrorCode, Meaning | Cause>> = {
  bad_source: { misuse: 'IMPACT-001', retryable: false },
  no_token_provider: { misuse: 'IMPACT-004', retryable: false },
  auth_timeout: { misuse: 'IMPACT-011', retryable: true },
  auth_empty: { misuse: 'IMPACT-012', retryable: true },
  auth_rejected: { misuse: 'IMPACT-013', retryable: true },
  forbidden: { message: 'Could not request the report: the role in the token may not read it. Only admins and supervisors may.', retryable: false },
  tenant_mismatch: { misuse: 'IMPACT-014', retryable: true },
  rate_limited: { message: 'Could not request the report: too many requests. Wait before the next one.', retryable: true },
  offline: { message: 'Could not request the report: this device is offline. Try again once it is connected.', retryable: true },
  network: { message: 'Could not request the report: no answer. Try again.', retryable: true },
  timeout: { message: 'Could not request the report: no answer in time. Try again.', retryable: true },
  server: { message: 'Could not request the report: the service failed. Try again, and look for the request id in its log.', retryable: true },
  schema: { misuse: 'IMPACT-022', retryable: false },
  version_conflict: { misuse: 'IMPACT-021', retryable: false },
  render: { misuse: 'IMPACT-027', retryable: true },
  not_found: { misuse: 'IMPACT-018', retryable: false },
  bad_request: { misuse: 'IMPACT-020', retryable: false },
};

export interface ErrorDetails {
  /** Where it is not what the code says. */
  retryable?: boolean;
  /** The HTTP status, when there was an answer. */
  status?: number;
  /** What the service calls this request in its log. */
  requestId?: string;
  /** What the integrator has to look at, where that is not the same for the code every time. */
  misuse?: MisuseCode;
  /** What exactly, for engineers; never shown to customers, and never a value. */
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

  /** Null: nothing that the integrator did. */
  readonly misuse: MisuseCode | null;
  readonly note: string;

  constructor(code: ErrorCode, { status, requestId, misuse, retryable, note = '', cause }: ErrorDetails = {}) {
    const meaning = MEANINGS[code];
    const why = misuse ?? ('misuse' in meaning ? meaning.misuse : null);
    super(why === null ? (meaning as Meaning).message : `Could not show the report: ${why}${note && ` (${note})`}. The console says what to do.`, { cause });
    this.code = code;
    this.retryable = retryable ?? meaning.retryable;
    this.status = status ?? null;
    this.requestId = requestId ?? null;
    this.misuse = why;
    this.note = note;
  }
}

/** Passing trouble that one more request a moment later often gets over; an answer of 4xx is not. */
export const isTransient = ({ code }: ReportError): boolean => code === 'network' || code === 'timeout' || code === 'server';

/** The reader may not, or no longer, see this organization's report: earlier figures have to go from the page too. */
export const isDenied = ({ code }: ReportError): boolean => code === 'auth_rejected' || code === 'forbidden' || code === 'tenant_mismatch';
