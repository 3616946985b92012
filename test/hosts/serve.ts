// A shell's server for one test: its page, the built library under two addresses, and the mocks as the metrics service.
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Fetcher } from '#data';
import { SANDBOX_PROFILES } from '#mocks';
import { createFetcher } from '#mocks/fetcher';
import { createMocks } from '#mocks/handlers';
import { mintToken } from '#mocks/token';
import { REPOSITORY } from '../../scripts/build/entries.ts';
import { DIST } from '../../scripts/build/built.ts';

/** What a careful host allows, and no more. */
export const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types qontak-impact";

export interface Host {
  /** Without a slash at the end. */
  origin: string;
  /** Address and headers of every request. */
  seen: { url: string; headers: IncomingMessage['headers'] }[];
  /** Sent with pages. */
  policy: string;
  /** What it serves beside library and service, by path. */
  files: Record<string, [type: string, text: string]>;
  /** Of an administrator, as the page has it. */
  token: string;
  /** The metrics service: the mocks, unless a test puts something before them. */
  service: Fetcher;
  close(): Promise<void>;
}

const inHosts = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** Each way in which the library is shipped for browsers: its folder, and the file that a page begins with. */
const BUILDS = {
  'one file': { folder: join('cdn', REPOSITORY.version), entry: 'impact.js' },
  'in parts': { folder: join('cdn', REPOSITORY.version, 'split'), entry: 'index.js' },
  'for bundlers': { folder: 'esm', entry: 'index.js' },
} as const;
export type Build = keyof typeof BUILDS;

/** A file of the library under the address of one of its two copies, or none. */
function libraryFile(path: string, build: Build): [type: string, text: string] | undefined {
  const [, name] = /^\/(?:first|second)\/([\w./-]+\.js)$/.exec(path) ?? [];
  if (name === undefined || name.includes('..')) return undefined;
  const { folder, entry } = BUILDS[build];
  const file = join(DIST, folder, name === 'impact.js' ? entry : name);
  return existsSync(file) ? ['text/javascript', readFileSync(file, 'utf8')] : undefined;
}

export async function serveHost(build: Build = 'one file'): Promise<Host> {
  const { token } = mintToken({ org_id: SANDBOX_PROFILES[0]!.organization.id, role: 'admin' }, new Date());
  const files: Host['files'] = {
    '/': ['text/html', inHosts('strict.html')],
    '/strict.js': ['text/javascript', inHosts('strict.js')],
    '/identity.js': ['text/javascript', `export const token = '${token}';`],
    '/icon.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const host: Host = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: [],
    policy: STRICT,
    files,
    token,
    service: createFetcher(createMocks()) as Fetcher,
    close: () => closed(server),
  };
  return host;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, host.origin);
    host.seen.push({ url: url.href, headers: request.headers });
    const file = files[url.pathname] ?? libraryFile(url.pathname, build);
    if (file !== undefined) {
      response.writeHead(200, { 'content-type': file[0], 'content-security-policy': host.policy });
      response.end(file[1]);
      return;
    }
    const reply = await host.service(url, await asSent(request)).catch(() => new Response(null, { status: 404 }));
    response.writeHead(reply.status, { 'content-type': 'application/json', ...(reply.headers.has('etag') ? { etag: reply.headers.get('etag')! } : {}) });
    response.end(await reply.text());
  }
}

async function asSent(request: IncomingMessage): Promise<RequestInit> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts).toString();
  return { method: request.method!, headers: { authorization: request.headers.authorization ?? '' }, ...(body === '' ? {} : { body }) };
}

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
