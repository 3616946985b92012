import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as z from 'zod/mini';
import { type ErrorCode, ReportError } from './errors.ts';
import { check, type Fetcher, type JsonRequest, type Parser, requestJson } from './request-json.ts';
import { TokenSource } from './token.ts';

const anything: Parser<unknown> = { safeParse: (data) => ({ success: true, data }) };
const nothing: Parser<unknown> = { safeParse: () => ({ success: false, error: { issues: [{ path: ['data', 'hero'], message: 'expected object' }] } }) };

const request = (fetcher: Fetcher, more: Partial<JsonRequest<unknown>> = {}): Promise<unknown> =>
  requestJson({ url: new URL('https://example.id/v1/impact-report'), parser: anything, tokens: null, signal: new AbortController().signal, fetcher, ...more });

const fails =
  (code: ErrorCode, note = '') =>
  (error: unknown) => {
    assert.ok(error instanceof ReportError);
    assert.equal(error.code, code);
    assert.match(error.message, new RegExp(note));
    return true;
  };

describe('a request', () => {
  test('carries the token in the header and nothing else that could tell who asks', async () => {
    let sent: { url: URL; init: RequestInit } | undefined;
    const fetcher: Fetcher = async (url, init) => ((sent = { url, init }), Response.json({ a: 1 }));
    assert.deepEqual(await request(fetcher, { tokens: new TokenSource(() => 'canary', undefined) }), { a: 1 });
    assert.equal(new Headers(sent!.init.headers).get('authorization'), 'Bearer canary');
    assert.equal(sent!.init.credentials, 'omit');
    assert.equal(sent!.init.referrerPolicy, 'no-referrer');
    assert.doesNotMatch(sent!.url.href, /canary/);
  });

  test('refused with 401 is sent once more with a new token, and not twice', async () => {
    const tokens = ['old', 'new'];
    const seen: (string | null)[] = [];
    const service =
      (accepted: string): Fetcher =>
      async (_, init) => {
        const sent = new Headers(init.headers).get('authorization');
        seen.push(sent);
        return sent === `Bearer ${accepted}` ? Response.json({ ok: true }) : new Response('', { status: 401 });
      };
    assert.deepEqual(await request(service('new'), { tokens: new TokenSource(() => tokens.shift()!, undefined) }), { ok: true });
    assert.deepEqual(seen, ['Bearer old', 'Bearer new']);

    seen.length = 0;
    await assert.rejects(request(service('none'), { tokens: new TokenSource(({ reason }) => reason, undefined) }), fails('auth_rejected'));
    assert.deepEqual(seen, ['Bearer initial', 'Bearer expired']);
  });

  test('turns every refusal into its code, with status and request id', async () => {
    const codes: [number, ErrorCode][] = [
      [400, 'bad_request'],
      [401, 'auth_rejected'],
      [403, 'forbidden'],
      [404, 'not_found'],
      [422, 'bad_request'],
      [429, 'rate_limited'],
      [500, 'server'],
      [503, 'server'],
      [302, 'server'],
    ];
    for (const [status, code] of codes) {
      const answer = new Response(null, { status, headers: { 'x-request-id': 'r-7' } });
      await assert.rejects(
        request(async () => answer),
        (error) => error instanceof ReportError && error.code === code && error.status === status && error.requestId === 'r-7',
      );
    }
  });

  test('without an answer says whether the network, time or the reader was the reason', async () => {
    await assert.rejects(
      request(() => Promise.reject(new TypeError('Failed to fetch'))),
      fails('network'),
    );

    const hanging: Fetcher = (_, { signal }) => new Promise((__, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error)));
    await assert.rejects(request(hanging, { timeout: 5 }), fails('timeout'));

    const reader = new AbortController();
    const left = request(hanging, { signal: reader.signal });
    reader.abort(new DOMException('left', 'AbortError'));
    await assert.rejects(left, { name: 'AbortError' });
  });

  test('is not sent when the reader left while the token was fetched', async () => {
    const reader = new AbortController();
    let sent = 0;
    const tokens = new TokenSource(() => (reader.abort(), 'late'), undefined);
    await assert.rejects(
      request(async () => ((sent += 1), Response.json({})), { tokens, signal: reader.signal }),
      { name: 'AbortError' },
    );
    assert.equal(sent, 0);
  });

  test('whose answer is no JSON or breaks the contract fails, naming the field and no value', async () => {
    await assert.rejects(
      request(async () => new Response('<html>secret')),
      fails('schema', 'IMPACT-019'),
    );
    await assert.rejects(
      request(async () => Response.json({ secret: 1 }), { parser: nothing }),
      (error) => error instanceof ReportError && /data\.hero: expected object/.test(error.message) && !/secret/.test(error.message),
    );
  });
});

describe("a page's own settings of zod", () => {
  const Answer = z.strictObject({ topic: z.string(), count: z.number().check(z.refine((count) => count < 5, 'more than there are')) });
  const value = { topic: 7, count: 9, contact: 'Siti' };
  const said = (): string => {
    try {
      check(value, Answer);
    } catch (error) {
      return (error as ReportError).message;
    }
    throw new Error('It fits.');
  };

  test('are not asked for words, see no value, and stay as they are', () => {
    const before = said();
    for (const words of ['topic: no string', 'count: more than there are', 'unrecognized keys']) assert.ok(before.includes(words), before);
    const { customError, localeError } = z.config();
    const seen: unknown[] = [];
    const ofHost = (issue: unknown): string => (seen.push(issue), 'The shell says no.');
    try {
      z.config({ customError: ofHost, localeError: ofHost });
      assert.equal(said(), before);
      assert.deepEqual(seen, []);
      assert.equal(z.config().customError, ofHost);
      assert.equal(z.string().safeParse(1).error!.issues[0]!.message, 'The shell says no.');
    } finally {
      z.config({ customError, localeError });
    }
  });
});
