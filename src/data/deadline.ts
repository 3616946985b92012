/** A moment after which nobody waits any more. */
export interface Deadline {
  /** Aborted when the moment has come. */
  signal: AbortSignal;
  /** It does not matter any more. The timer of `AbortSignal.timeout()` cannot be taken back, and holds what listens to it for as long. */
  clear: () => void;
}

export function deadline(ms: number): Deadline {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException('It took too long.', 'TimeoutError')), ms);
  return { signal: late.signal, clear: () => clearTimeout(timer) };
}
