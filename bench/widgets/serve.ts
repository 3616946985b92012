// The built pages and the report over HTTP on loopback, everything compressed with Brotli as a CDN would have it.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { ImpactReport } from '@qontak/impact-contract';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

interface Body {
  type: string;
  brotli: Buffer;
}

export interface Serving {
  origin: string;
  close: () => void;
}

export async function serve(folder: string, report: ImpactReport): Promise<Serving> {
  const bodies = new Map<string, Body>([
    ['/v1/impact-report', bodyOf('.json', JSON.stringify(report))],
    // A supervisor: may read what the value is reckoned from, not change it.
    [
      '/v1/cost-assumption',
      bodyOf('.json', JSON.stringify({ status: 'success', data: assumption, meta: { organization: report.meta.organization, etag: '"1"', can_edit: false } })),
    ],
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, Body] => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(folder.length), bodyOf(extname(file), readFileSync(file))];
      }),
  ]);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const body = bodies.get(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (body === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': body.type, 'content-encoding': 'br', 'content-length': body.brotli.length, 'cache-control': 'no-store' });
    response.end(body.brotli);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

const assumption = {
  minutes_per_chat: 6,
  hourly_cost: 32_000,
  ai_fee_per_month: 562_500,
  effective_from: null,
  changed: { by: 'user-1042', at: '2026-04-02T03:20:00.000Z' },
};

const bodyOf = (extension: string, content: string | Buffer): Body => ({
  type: TYPES[extension] ?? 'application/octet-stream',
  brotli: brotliCompressSync(content),
});
