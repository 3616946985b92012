import type { ImpactReport } from '@qontak/impact-contract';
import type { Fetcher } from '#data';

export interface SeenRequest {
  method: string;
  url: URL;
  /** What was sent, as JSON; undefined: nothing. */
  body: unknown;
  /** The token that came with it. */
  token: string | null;
  signal: AbortSignal;
}

/** A service for one test: it remembers its requests, and the test says what the next answers are. */
export interface FakeService {
  fetcher: Fetcher;
  seen: SeenRequest[];
  answer: (request: SeenRequest) => Response | Promise<Response>;
}

export function fakeService(answer: FakeService['answer']): FakeService {
  const service: FakeService = {
    answer,
    seen: [],
    fetcher: async (url, init) => {
      const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? null;
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      const request = { method: init.method ?? 'GET', url, body, token, signal: init.signal! };
      service.seen.push(request);
      return service.answer(request);
    },
  };
  return service;
}

export const gives = (report: ImpactReport) => (): Response => Response.json(report);
export const refuses = (status: number) => (): Response => new Response(null, { status });
/** Never answers; ends when the reader leaves, as a real request does. */
export const hangs = ({ signal }: SeenRequest): Promise<Response> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

/** What a reader can read in an element, shadow roots included. */
export function readIn(element: Element): string {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) texts.push(node.data);
    if (node instanceof HTMLStyleElement) return;
    // Keeps its room for later.
    if (node instanceof HTMLElement && getComputedStyle(node).visibility === 'hidden') return;
    if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
    node.childNodes.forEach(walk);
  };
  walk(element);
  return texts.join('').replaceAll(/\s+/g, ' ').trim();
}
