import type { HttpHandler } from 'msw/http';
import { getResponse } from 'msw/utils/get-response';

/**
 * A `fetch` that is answered by the mocks. It needs no service worker: a worker of ours would replace one of the page that embeds us,
 * and strict pages refuse to register it.
 */
export function createFetcher({ handlers }: { handlers: HttpHandler[] }): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const response = await unlessAborted(getResponse(handlers, request.clone()), request.signal);
    if (!response) throw new TypeError(`Could not fetch ${request.url}: the mocks have no such route.`);
    // what a real fetch does when there is no network
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
