/** A moment after which nobody waits any more. */
export interface Deadline {
  /** Aborted when the moment has come, or when who waits has left before. */
  signal: AbortSignal;
  /** It does not matter any more. The timer of `AbortSignal.timeout()` cannot be taken back, and holds what listens to it for as long. */
  clear: () => void;
}

/** No `AbortSignal.any()`: for as long as `left` lives, Firefox keeps every signal that was made of it. */
export function deadline(ms: number, left: AbortSignal): Deadline {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(new DOMException('It took too long.', 'TimeoutError')), ms);
  const leave = (): void => over.abort(left.reason);
  left.addEventListener('abort', leave);
  if (left.aborted) leave();
  return {
    signal: over.signal,
    clear: () => {
      clearTimeout(timer);
      left.removeEventListener('abort', leave);
    },
  };
}
