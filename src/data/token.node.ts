import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ReportError } from './errors.ts';
import { type TokenAnswer, type TokenProvider, type TokenRequest, TokenSource } from './token.ts';

/** A provider that gives these answers in turn and remembers what it was asked. */
function provider(...answers: (TokenAnswer | Promise<TokenAnswer>)[]): TokenProvider & { asked: TokenRequest['reason'][] } {
  const asked: TokenRequest['reason'][] = [];
  return Object.assign(({ reason }: TokenRequest) => (asked.push(reason), answers[asked.length - 1]!), { asked });
}
const fails = (code: string) => (error: unknown) => error instanceof ReportError && error.code === code;

/** Of someone who stays. */
const HERE = new AbortController().signal;

describe('token', () => {
  test('may be a text or an object, at once or later', async () => {
    for (const answer of ['abc', ' abc\n', { token: 'abc' }, Promise.resolve('abc'), { token: 'abc', expiresAt: 'nonsense' }]) {
      assert.equal(await new TokenSource(provider(answer), 'org').get(HERE), 'abc');
    }
  });

  test('is asked for once, however many wait for it, and kept', async () => {
    const one = provider('abc');
    const source = new TokenSource(one, undefined);
    assert.deepEqual(await Promise.all([source.get(HERE), source.get(HERE), source.get(HERE)]), ['abc', 'abc', 'abc']);
    await source.get(HERE);
    assert.deepEqual(one.asked, ['initial']);
  });

  test('is renewed 30 seconds before it runs out, not after', async () => {
    const soon = provider({ token: 'a', expiresAt: Date.now() + 29_000 }, { token: 'b', expiresAt: new Date(Date.now() + 600_000) });
    const source = new TokenSource(soon, undefined);
    assert.equal(await source.get(HERE), 'a');
    assert.equal(await source.get(HERE), 'b');
    assert.equal(await source.get(HERE), 'b');
    assert.deepEqual(soon.asked, ['initial', 'expired']);
  });

  test('whose date is past when it comes is kept until it is refused: the date is wrong', async () => {
    const seconds = Math.floor(Date.now() / 1000) + 900;
    const one = provider({ token: 'a', expiresAt: seconds }, { token: 'b', expiresAt: new Date(Date.now() - 3_600_000) }, 'c');
    const source = new TokenSource(one, undefined);
    for (let times = 0; times < 3; times += 1) assert.equal(await source.get(HERE), 'a');
    for (let times = 0; times < 3; times += 1) assert.equal(await source.renew('a', HERE), 'b');
    assert.deepEqual(one.asked, ['initial', 'expired']);
  });

  test('that was refused is renewed once for all requests that carried it', async () => {
    const one = provider('a', 'b');
    const source = new TokenSource(one, undefined);
    const refused = await source.get(HERE);
    assert.deepEqual(await Promise.all([source.renew(refused, HERE), source.renew(refused, HERE)]), ['b', 'b']);
    assert.equal(await source.renew(refused, HERE), 'b');
    assert.deepEqual(one.asked, ['initial', 'expired']);
  });

  test('that does not come, or is none, fails with its own code and can be asked for again', async () => {
    await assert.rejects(new TokenSource(() => new Promise(() => {}), undefined, 5).get(HERE), fails('auth_timeout'));
    for (const empty of ['', '  ', null, undefined, { token: 7 }])
      await assert.rejects(new TokenSource(provider(empty as never), undefined).get(HERE), fails('auth_empty'));
    for (const page of ['<!doctype html>\n<title>Sign in</title>', 'Bearer abc', 'tök→en'])
      await assert.rejects(
        new TokenSource(provider(page), undefined).get(HERE),
        (error: ReportError) => error.code === 'auth_empty' && error.note === 'a text that is no token' && error.cause === undefined,
      );
    const thrower = new TokenSource(() => {
      throw new Error('session gone');
    }, undefined);
    await assert.rejects(thrower.get(HERE), fails('auth_empty'));

    const second = new TokenSource(provider(Promise.reject(new Error('down')), 'abc'), undefined);
    await assert.rejects(second.get(HERE), fails('auth_empty'));
    assert.equal(await second.get(HERE), 'abc');
  });

  test('tells the host that nobody waits any more', async () => {
    const aborted = Promise.withResolvers<void>();
    const slow: TokenProvider = ({ signal }) => {
      signal.addEventListener('abort', () => aborted.resolve());
      return new Promise(() => {});
    };
    await assert.rejects(new TokenSource(slow, undefined, 5).get(HERE), fails('auth_timeout'));
    await aborted.promise;
  });

  test('asked for by several is given up when the last of them leaves, and not before', async () => {
    const signals: AbortSignal[] = [];
    const source = new TokenSource(({ signal }) => (signals.push(signal), new Promise(() => {})), undefined);
    const [one, other] = [new AbortController(), new AbortController()];
    const waiting = [source.get(one.signal), source.get(other.signal)];
    one.abort();
    assert.equal(signals[0]!.aborted, false);
    other.abort();
    assert.equal(signals[0]!.aborted, true);
    for (const answer of waiting) await assert.rejects(answer, { name: 'AbortError' });
    await assert.rejects(source.get(one.signal), { name: 'AbortError' });
    assert.equal(signals.length, 1, 'whoever has left asks for nothing');
  });

  test('that comes after a sign-out is not kept for whoever comes next', async () => {
    const late = Promise.withResolvers<string>();
    const source = new TokenSource(provider(late.promise, 'of-the-next'), undefined);
    const before = source.get(HERE);
    source.forget();
    late.resolve('of-the-one-before');
    await assert.rejects(before, { name: 'AbortError' });
    assert.equal(await source.get(HERE), 'of-the-next');
  });

  test('that is a JWT is renewed by its own date when the host names none', async () => {
    const jwt = (exp: unknown) =>
      `h.${btoa(JSON.stringify({ sub: 'ä?>', exp }))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '')}.s`;
    const soon = Math.floor(Date.now() / 1000) + 20;
    const one = provider(jwt(soon), { token: jwt(soon), expiresAt: Date.now() + 600_000 });
    const source = new TokenSource(one, undefined);
    await source.get(HERE);
    await source.get(HERE);
    await source.get(HERE);
    assert.deepEqual(one.asked, ['initial', 'expired'], 'the date that the host names comes first');
    const strange = provider(jwt('soon'), 'a.b.c');
    assert.equal(await new TokenSource(strange, undefined).get(HERE), jwt('soon'));
  });
});
