// What the shell with a frame lets the frame ask for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen } from '../demo/shells/host/frame.ts';
import { answerFrame } from '../demo/shells/iframe/answer-frame.ts';
import type { FromShell } from '../demo/shells/iframe/messages.ts';
import { portFetchers } from '../demo/shells/iframe/port-fetcher.ts';

test('a question of the frame gets the token of the organization it was asked for, or none once another is chosen', async () => {
  const { fetch, location } = globalThis;
  const sent: string[] = [];
  const server = (url: URL | string, init: RequestInit): Promise<Response> => {
    if (String(url).startsWith('/dev/token'))
      return Promise.resolve(Response.json({ token: String(url).split('=').at(-1), expires_at: '2100-01-01T00:00:00Z' }));
    sent.push(`${init.method} ${new Headers(init.headers).get('authorization')}`);
    return Promise.resolve(new Response('{}'));
  };
  Object.assign(globalThis, { fetch: server, location: { origin: 'https://shell.example.id' } });
  const { port1, port2 } = new MessageChannel();
  const end = answerFrame(port1, {} as never);
  const { fetcherOf, take } = portFetchers(port2);
  port2.addEventListener('message', ({ data }: MessageEvent<FromShell>) => data.kind === 'answer' && take(data));
  port2.start();
  const write = (organization: string): Promise<Response> =>
    fetcherOf(organization)(new URL('https://shell.example.id/v1/working-hours'), { method: 'PUT', body: '{}' });
  try {
    chosen.organization = 'a';
    assert.equal((await write('a')).status, 200);
    chosen.organization = 'b';
    await assert.rejects(write('a'), TypeError, 'asked for a, while b is chosen');
    assert.equal((await write('b')).status, 200);
    assert.deepEqual(sent, ['PUT Bearer a', 'PUT Bearer b']);
    assert.equal(fetcherOf('a'), fetcherOf('a'));
  } finally {
    end();
    port2.close();
    Object.assign(globalThis, { fetch, location });
  }
});
