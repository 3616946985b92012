// Serves the shells of demo/shells as their owners' servers would, with a service of simulated organizations behind the same origin.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createFetcher } from '#mocks/fetcher';
import { createMocks } from '#mocks/handlers';
import { REPOSITORY, ROOT } from '../build/entries.ts';
import { ORIGIN, POLICIES } from './policies.ts';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** Where the files of an address lie. */
const PLACES: readonly [start: string, folder: string][] = [
  ['/cdn/', 'dist/cdn'],
  ['/plain/', 'demo/shells/plain'],
  ['/vendor/zod/', 'node_modules/zod'],
  ['/vendor/', 'node_modules/chart.js/dist'],
  ['/host.css', 'demo/shells/host/host.css'],
  ['/icon.svg', 'demo/icon.svg'],
  ['/hostile.css', 'test/shells/hostile.css'],
  ['/', 'dist/shells'],
];

/** The one file, as if another team had brought another version of it. */
export const OTHER_VERSION = '/cdn/9.9.9/impact.js';

const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');

export interface ShellServer {
  url: string;
  /** What the service was asked for, `GET /v1/impact-report` and so on. */
  asked: string[];
  /** Requests that have no answer yet. */
  readonly answering: number;
  /** From now on no token is good that was given before. */
  expireTokens(): void;
  /** From now on the service answers nothing, until what this gives is called. */
  hold(): () => void;
  close(): Promise<void>;
}

export async function serveShells(port = 0): Promise<ShellServer> {
  const service = createFetcher(createMocks());
  const asked: string[] = [];
  const given = new Set<string>();
  let answering = 0;
  let held: Promise<void> = Promise.resolve();
  const expired = new Set<string>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, `http://${request.headers.host}`);
    if (!/^\/(v1|dev)\//.test(url.pathname)) return sendFile(url.pathname, response);
    asked.push(`${request.method} ${url.pathname}`);
    const token = request.headers.authorization?.replace('Bearer ', '');
    if (token !== undefined) given.add(token);
    const { method = 'GET' } = request;
    const headers = new Headers(Object.entries(request.headers) as [string, string][]);
    if (token !== undefined && expired.has(token)) headers.set('authorization', 'Bearer expired');
    const body = method === 'GET' ? null : Buffer.concat(await request.toArray());
    const answered = await service(url, { method, headers, body });
    await held;
    const { 'content-length': _, ...sent } = Object.fromEntries(answered.headers);
    response.writeHead(answered.status, sent);
    const text = await answered.text();
    // Two tokens of one second are alike; one that was given before must not come again.
    response.end(url.pathname === '/dev/token' ? text.replace('.sandbox"', `.sandbox${asked.length}"`) : text);
  }

  const server = createServer((request, response) => {
    answering += 1;
    response.on('close', () => (answering -= 1));
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end();
      console.error(error);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    get answering() {
      return answering;
    },
    expireTokens: () => given.forEach((token) => expired.add(token)),
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function sendFile(path: string, response: ServerResponse): void {
  if (path === OTHER_VERSION) return send(response, path, read('dist/cdn', REPOSITORY.version, 'impact.js').replaceAll(REPOSITORY.version, '9.9.9'));
  const [start, folder] = PLACES.find(([beginning]) => path.startsWith(beginning))!;
  const file = join(folder, path.slice(start.length));
  if (path.includes('..') || !existsSync(join(ROOT, file)) || !statSync(join(ROOT, file)).isFile()) return void response.writeHead(404).end();
  send(response, path, start === '/plain/' ? filledIn(read(file)) : readFileSync(join(ROOT, file)));
}

function send(response: ServerResponse, path: string, body: string | Buffer): void {
  const policy = POLICIES[path]?.replaceAll(ORIGIN, `http://${response.req.headers.host}`);
  response.writeHead(200, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    // A sandboxed frame has no origin, and its modules are asked for across origins.
    'access-control-allow-origin': '*',
    ...(policy === undefined ? {} : { 'content-security-policy': policy }),
  });
  response.end(body);
}

/** A page without a bundler names the version of its file, and the hash. */
function filledIn(text: string): string {
  const { version } = REPOSITORY;
  const hashes = JSON.parse(read('dist/cdn', version, 'sri.json')) as Record<string, string>;
  return text.replaceAll('{version}', version).replaceAll('{integrity}', hashes['impact.js']!);
}
