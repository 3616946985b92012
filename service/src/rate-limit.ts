/** So many organizations are remembered before those that have not asked for a while are forgotten. */
const SWEEP_AT = 10_000;
/** Looking through them takes a millisecond, which not every request of a busy second shall pay. */
const SWEEP_EVERY_MS = 1_000;

interface Bucket {
  tokens: number;
  filledAt: number;
}

/**
 * Lets each key through so often a minute: a bucket that holds a quarter of that for bursts and fills evenly. In memory, so each instance of
 * the service has its own; a limit over all of them belongs to the gateway in front.
 */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();
  readonly #perMs: number;
  readonly #size: number;
  readonly #now: () => number;
  #sweptAt = -Infinity;

  /** @param now a clock in milliseconds that never goes back */
  constructor(perMinute: number, now: () => number = () => performance.now()) {
    this.#perMs = perMinute / 60_000;
    this.#size = Math.max(1, perMinute / 4);
    this.#now = now;
  }

  /** Takes one turn. @returns 0, or after how many seconds the next one is free; then none was taken. */
  take(key: string): number {
    const now = this.#now();
    const bucket = this.#buckets.get(key) ?? { tokens: this.#size, filledAt: now };
    const tokens = this.#tokens(bucket, now);
    // Float sums: a turn that is all but there is there.
    if (tokens < 1 - 1e-9) return Math.ceil((1 - tokens) / this.#perMs / 1000);
    this.#buckets.set(key, { tokens: tokens - 1, filledAt: now });
    if (this.#buckets.size > SWEEP_AT && now - this.#sweptAt >= SWEEP_EVERY_MS) this.#sweep(now);
    return 0;
  }

  /** How many organizations have asked and are not forgotten. */
  get remembered(): number {
    return this.#buckets.size;
  }

  #tokens({ tokens, filledAt }: Bucket, now: number): number {
    return Math.min(this.#size, tokens + (now - filledAt) * this.#perMs);
  }

  /** A full bucket is as good as none. */
  #sweep(now: number): void {
    this.#sweptAt = now;
    for (const [key, bucket] of this.#buckets) if (this.#tokens(bucket, now) >= this.#size) this.#buckets.delete(key);
  }
}
