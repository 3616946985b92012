// Clients that send or read slowly, by accident or on purpose. They cost a connection for a while; nobody else waits.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../src/db/database.ts';
import { PendingDatabase } from '../src/db/pending.ts';
import { appFor, bearer } from './service-under-test.ts';

/** More than the service has connections to a database. */
const CROWD = 40;
const LARGE_MB = 48;
const BODY = JSON.stringify({ net_and_gap: true, work_absorbed: true });

describe('slow clients', () => {
  let app: FastifyInstance;
  let root: string;
  let url: URL;
  /** How often the database was asked. */
  let asked = 0;
  let token: string;
  const sockets: Socket[] = [];

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'impact-slow-'));
    writeFileSync(join(root, 'large.js'), 'x'.repeat(LARGE_MB * 1024 * 1024));
    const answered = async <T>(): Promise<T> => {
      asked++;
      return [{ known: true }] as T;
    };
    const request: Database['request'] = { asOrganization: answered, changeAsOrganization: answered };
    app = await appFor({ owner: new PendingDatabase() as never, connections: () => [], request }, {}, { staticRoot: root });
    token = (await bearer({ org_id: '11111111-1111-4111-8111-111111111111' })).authorization;
    // The same limits, in a second instead of a minute; read when the server begins to listen.
    const { server } = app;
    assert.ok(server.headersTimeout <= 10_000 && server.requestTimeout <= 30_000 && server.timeout > 0 && server.timeout <= 120_000);
    Object.assign(server, { headersTimeout: 300, requestTimeout: 500, timeout: 1000, connectionsCheckingInterval: 50 });
    url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  });
  after(async () => {
    for (const socket of sockets) socket.destroy();
    await app.close();
    rmSync(root, { recursive: true });
  });

  const dial = (): Socket => {
    const socket = connect(Number(url.port), url.hostname);
    socket.on('error', () => {});
    sockets.push(socket);
    return socket;
  };
  /** Sends a text letter by letter for as long as it is let. */
  const dribble = (socket: Socket, text: string): void => {
    let at = 0;
    const next = (): void => {
      if (socket.destroyed || at === text.length) return;
      socket.write(text[at++]!);
      setTimeout(next, 20).unref();
    };
    next();
  };
  /** What the client heard until the service hung up; a letter on its way then can let the answer be lost. */
  const heardBy = (socket: Socket): Promise<string> => {
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    return new Promise((resolve) => socket.on('close', () => resolve(heard)));
  };
  const othersAreServed = async (): Promise<void> => {
    assert.equal((await fetch(new URL('/healthz', url))).status, 200);
    const viewed = { method: 'POST', headers: { authorization: token, 'content-type': 'application/json' }, body: BODY };
    assert.equal((await fetch(new URL('/v1/report-views', url), viewed)).status, 204);
  };

  test('whose headers dribble are hung up on, and others are served meanwhile', async () => {
    const crowd = Array.from({ length: CROWD }, dial);
    const heard = crowd.map(heardBy);
    for (const socket of crowd) dribble(socket, `GET /healthz HTTP/1.1\r\nHost: x\r\n${'x-slow: y\r\n'.repeat(100)}\r\n`);
    await othersAreServed();
    for (const answer of await Promise.all(heard)) assert.match(answer, /^($|HTTP\/1\.1 408 )/);
  });

  test('whose body dribbles never reach the database', async () => {
    const crowd = Array.from({ length: CROWD }, dial);
    const heard = crowd.map(heardBy);
    const before = asked;
    for (const socket of crowd) {
      socket.write(
        `POST /v1/report-views HTTP/1.1\r\nHost: x\r\nAuthorization: ${token}\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n`,
      );
      dribble(socket, BODY);
    }
    await othersAreServed();
    assert.equal(asked - before, 1, 'that of the others');
    for (const answer of await Promise.all(heard)) assert.match(answer, /^($|HTTP\/1\.1 408 )/);
    assert.equal(asked - before, 1);
  });

  test('who promise a body and send none are hung up on', async () => {
    const socket = dial();
    socket.write(`POST /v1/report-views HTTP/1.1\r\nHost: x\r\nAuthorization: ${token}\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n`);
    assert.match(await heardBy(socket), /^HTTP\/1\.1 408 /);
  });

  test('who never read what they asked for are hung up on, and little is kept for them', async () => {
    const crowd = Array.from({ length: 10 }, dial);
    const before = process.memoryUsage().rss;
    for (const socket of crowd) {
      socket.pause();
      socket.write(`GET /large.js HTTP/1.1\r\nHost: x\r\n\r\n`);
    }
    await othersAreServed();
    const connections = (): Promise<number> => new Promise((resolve) => app.server.getConnections((_error, n) => resolve(n)));
    while ((await connections()) > 2) await new Promise((turn) => setImmediate(turn));
    const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
    assert.ok(grown < crowd.length * (LARGE_MB / 2), `${grown} MB for ${crowd.length} readers of ${LARGE_MB} MB`);
  });

  test('who come again after all that are served', othersAreServed);
});
