/** That nothing more becomes of an element, for who waits for it. */
export const leftPage = (): DOMException =>
  new DOMException('Could not wait for the report: its element has left the page. Put it back into the page, then ask again.', 'AbortError');

/** A promise that may fail with it without anybody listening: who takes an element away seldom waits for it any more. Other failures are told as always. */
export function quietWhenLeft<Value>(work: Promise<Value>): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  work.then(resolve, (error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') promise.catch(() => undefined);
    reject(error as Error);
  });
  return promise;
}
