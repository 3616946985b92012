import { deadline } from './deadline.ts';
import { ReportError } from './errors.ts';

/** What the host is told when it is asked for a token. */
export interface TokenRequest {
  /** `expired`: the token before was refused or is about to run out; `forbidden`: its user was not allowed to read the report, and it is asked for again. */
  reason: 'initial' | 'expired' | 'forbidden';
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
  /** Milliseconds since the epoch; Infinity: nobody said. */
  expires_at: number;
}

/** A question to the host, and how many wait for its answer. */
interface Asking {
  answer: Promise<string>;
  waiting: number;
  left: AbortController;
}

/** The token of one identity, kept in memory only. Whoever asks while the host is being asked waits for the same answer. */
export class TokenSource {
  readonly #provider: TokenProvider;
  readonly #org: string | undefined;
  readonly #answerWithin: number;
  #held: Held | null = null;
  #asking: Asking | null = null;
  /** The last token did not have the right to what was asked for. */
  #powerless = false;

  constructor(provider: TokenProvider, org: string | undefined, answerWithin = ANSWER_WITHIN_MS) {
    this.#provider = provider;
    this.#org = org;
    this.#answerWithin = answerWithin;
  }

  /** @param signal - Aborted: no longer wanted. Once nobody wants it, the host is told, and what it still answers is dropped. */
  async get(signal: AbortSignal): Promise<string> {
    if (this.#held === null) return this.#wait(this.#powerless ? 'forbidden' : 'initial', signal);
    if (this.#held.expires_at - Date.now() < RENEW_BEFORE_MS) return this.#wait('expired', signal);
    return this.#held.token;
  }

  /** After a refusal. Of several requests refused with the same token, one asks the host and the others take what it got. */
  async renew(refused: string, signal: AbortSignal): Promise<string> {
    if (this.#held !== null && this.#held.token !== refused) return this.get(signal);
    return this.#wait('expired', signal);
  }

  /** After an answer that its user may not read this: the next request needs another token, as its user may have got the right meanwhile. */
  doubt(): void {
    this.#held = null;
    this.#powerless = true;
  }

  /** Whoever comes next has to be asked for; an answer on its way is for whoever was there before. */
  forget(): void {
    this.#held = null;
    this.#powerless = false;
    this.#asking?.left.abort();
    this.#asking = null;
  }

  async #wait(reason: TokenRequest['reason'], signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    const asking = (this.#asking ??= this.#ask(reason));
    const leave = (): void => {
      asking.waiting -= 1;
      if (asking.waiting > 0) return;
      asking.left.abort();
      if (this.#asking === asking) this.#asking = null;
    };
    asking.waiting += 1;
    signal.addEventListener('abort', leave, { once: true });
    try {
      const token = await asking.answer;
      signal.throwIfAborted();
      return token;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  #ask(reason: TokenRequest['reason']): Asking {
    this.#held = null;
    const left = new AbortController();
    const answer = within(this.#answerWithin, left.signal, (signal) => this.#provider({ reason, org: this.#org, signal })).then(heldOf);
    const asking: Asking = { waiting: 0, left, answer: answer.then(({ token }) => token) };
    answer.then(
      (held) => this.#end(asking, held),
      () => this.#end(asking, null),
    );
    return asking;
  }

  #end(asking: Asking, held: Held | null): void {
    if (this.#asking !== asking) return;
    this.#asking = null;
    this.#held = held;
    if (held !== null) this.#powerless = false;
  }
}

async function within(ms: number, left: AbortSignal, ask: (signal: AbortSignal) => TokenAnswer | Promise<TokenAnswer>): Promise<TokenAnswer> {
  const { signal, clear } = deadline(ms, left);
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(left.aborted ? (left.reason as DOMException) : new ReportError('auth_timeout')));
  });
  try {
    // Asked inside an async function, so that a provider that throws at once fails like one that rejects.
    return await Promise.race([over, (async () => ask(signal))()]);
  } catch (error) {
    if (left.aborted || error instanceof ReportError) throw error;
    // What kind of fault, and no more: the host's own sentence may hold what it was about to give.
    throw new ReportError('auth_empty', { cause: error, ...(error instanceof Error ? { note: error.name } : {}) });
  } finally {
    clear();
  }
}

/** What an `Authorization` header can hold. A page, such as the host's own sign-in in place of its answer, is none. */
const TOKEN = /^[!-~]+$/;

function heldOf(answer: TokenAnswer): Held {
  const { token, expiresAt } = typeof answer === 'string' ? { token: answer } : (answer ?? {});
  if (typeof token !== 'string' || token.trim() === '') throw new ReportError('auth_empty');
  // Browsers would refuse to send it, and some would name it in their error.
  if (!TOKEN.test(token.trim())) throw new ReportError('auth_empty', { note: 'a text that is no token' });
  const said = expiresAt === undefined ? Number.NaN : new Date(expiresAt).getTime();
  return { token: token.trim(), expires_at: believable(Number.isNaN(said) ? expiryIn(token) : said) };
}

/** No fresh token has run out: a clock is wrong, or seconds were taken for milliseconds. Believed, it would be asked for with every request. */
const believable = (moment: number): number => (moment > Date.now() ? moment : Number.POSITIVE_INFINITY);

/** When a JWT says that it runs out. Not believed, only heeded: asking for a new one early saves a refused request. */
function expiryIn(token: string): number {
  try {
    const { exp } = JSON.parse(atob(token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : Number.POSITIVE_INFINITY;
  } catch {
    // No JWT: the service's refusal will tell.
    return Number.POSITIVE_INFINITY;
  }
}
