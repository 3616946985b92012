import type { Fetcher } from '@qontak/impact-report';
import type { Answer } from './messages.ts';

/** For each organization one `fetch` whose requests another page makes. `take` gets what that page answers. */
export function portFetchers(port: MessagePort): { fetcherOf: (organization: string) => Fetcher; take: (answer: Answer) => void } {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  const made = new Map<string, Fetcher>();
  const make =
    (organization: string): Fetcher =>
    (url, { method = 'GET', headers, body, signal }) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        waiting.set(id, ({ status, headers: given, body: text }) => {
          if (status === 0) reject(new TypeError('Could not fetch: the shell got no answer.'));
          else resolve(new Response(BODILESS.has(status) ? null : text, { status, headers: given }));
        });
        signal?.addEventListener('abort', () => {
          if (waiting.delete(id)) port.postMessage({ kind: 'withdrawal', id });
          reject(signal.reason as Error);
        });
        port.postMessage({
          kind: 'question',
          id,
          organization,
          path: url.pathname + url.search,
          method,
          headers: [...new Headers(headers)],
          body: typeof body === 'string' ? body : null,
        });
      });
  return {
    // The function stands for who asks: another one at every change of language would ask for the report anew.
    fetcherOf: (organization) => {
      const fetcher = made.get(organization) ?? make(organization);
      made.set(organization, fetcher);
      return fetcher;
    },
    take: (answer) => {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    },
  };
}

/** A response of these must have no body, not even an empty one. */
const BODILESS = new Set([204, 304]);
