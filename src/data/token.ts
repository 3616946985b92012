import { ReportError } from './errors.ts';

/** What the host is told when it is asked for a token. */
export interface TokenRequest {
  /** `expired`: the token before was refused or is about to run out. */
  reason: 'initial' | 'expired';
  /** The organization whose report is wanted, as the host named it. */
  org: string | undefined;
  /** Aborted when the answer is no longer waited for. */
  signal: AbortSignal;
}

/** A token, or a token with the moment (date, ISO text or milliseconds) at which it runs out. */
export type TokenAnswer = string | { token: string; expiresAt?: Date | string | number };

/**
 * Gives the token for the service. The function itself stands for the identity of its user: keep one per signed-in user and
 * organization, and set a new one after a change of user. An arrow written into a template is a new identity at every render.
 */
export type TokenProvider = (request: TokenRequest) => TokenAnswer | Promise<TokenAnswer>;

/** A host that has not answered by then is stuck: a spinner for ever tells nobody. */
const ANSWER_WITHIN_MS = 15_000;
/** A token that runs out while the request travels costs a refused request. */
const RENEW_BEFORE_MS = 30_000;

interface Held {
  token: string;
  /** Milliseconds since the epoch; Infinity: the host did not say. */
  expires_at: number;
}

/** The token of one identity, kept in memory only. Whoever asks while the host is being asked waits for the same answer. */
export class TokenSource {
  readonly #provider: TokenProvider;
  readonly #org: string | undefined;
  readonly #answerWithin: number;
  #held: Held | null = null;
  #pending: Promise<string> | null = null;

  constructor(provider: TokenProvider, org: string | undefined, answerWithin = ANSWER_WITHIN_MS) {
    this.#provider = provider;
    this.#org = org;
    this.#answerWithin = answerWithin;
  }

  get(): Promise<string> {
    if (this.#held === null) return this.#ask('initial');
    if (this.#held.expires_at - Date.now() < RENEW_BEFORE_MS) return this.#ask('expired');
    return Promise.resolve(this.#held.token);
  }

  /** After a refusal. Of several requests refused with the same token, one asks the host and the others take what it got. */
  renew(refused: string): Promise<string> {
    if (this.#held !== null && this.#held.token !== refused) return this.get();
    return this.#ask('expired');
  }

  /** Whoever comes next has to be asked for. */
  forget(): void {
    this.#held = null;
  }

  #ask(reason: TokenRequest['reason']): Promise<string> {
    this.#pending ??= this.#answer(reason).finally(() => {
      this.#pending = null;
    });
    return this.#pending;
  }

  async #answer(reason: TokenRequest['reason']): Promise<string> {
    this.#held = null;
    this.#held = heldOf(await within(this.#answerWithin, (signal) => this.#provider({ reason, org: this.#org, signal })));
    return this.#held.token;
  }
}

async function within(ms: number, ask: (signal: AbortSignal) => TokenAnswer | Promise<TokenAnswer>): Promise<TokenAnswer> {
  const signal = AbortSignal.timeout(ms);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new ReportError('auth_timeout')), { once: true });
  });
  try {
    // Asked inside an async function, so that a provider that throws at once fails like one that rejects.
    return await Promise.race([late, (async () => ask(signal))()]);
  } catch (error) {
    throw error instanceof ReportError ? error : new ReportError('auth_empty', { cause: error });
  }
}

function heldOf(answer: TokenAnswer): Held {
  const { token, expiresAt } = typeof answer === 'string' ? { token: answer } : (answer ?? {});
  if (typeof token !== 'string' || token.trim() === '') throw new ReportError('auth_empty');
  const expires_at = expiresAt === undefined ? Number.POSITIVE_INFINITY : new Date(expiresAt).getTime();
  // An unreadable date is taken as none: the service's refusal will tell.
  return { token, expires_at: Number.isNaN(expires_at) ? Number.POSITIVE_INFINITY : expires_at };
}
