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

describe('token', () => {
  test('may be a text or an object, at once or later', async () => {
    for (const answer of ['abc', { token: 'abc' }, Promise.resolve('abc'), { token: 'abc', expiresAt: 'nonsense' }]) {
      assert.equal(await new TokenSource(provider(answer), 'org').get(), 'abc');
    }
  });

  test('is asked for once, however many wait for it, and kept', async () => {
    const one = provider('abc');
    const source = new TokenSource(one, undefined);
    assert.deepEqual(await Promise.all([source.get(), source.get(), source.get()]), ['abc', 'abc', 'abc']);
    await source.get();
    assert.deepEqual(one.asked, ['initial']);
  });

  test('is renewed 30 seconds before it runs out, not after', async () => {
    const soon = provider({ token: 'a', expiresAt: Date.now() + 29_000 }, { token: 'b', expiresAt: new Date(Date.now() + 600_000) });
    const source = new TokenSource(soon, undefined);
    assert.equal(await source.get(), 'a');
    assert.equal(await source.get(), 'b');
    assert.equal(await source.get(), 'b');
    assert.deepEqual(soon.asked, ['initial', 'expired']);
  });

  test('that was refused is renewed once for all requests that carried it', async () => {
    const one = provider('a', 'b');
    const source = new TokenSource(one, undefined);
    const refused = await source.get();
    assert.deepEqual(await Promise.all([source.renew(refused), source.renew(refused)]), ['b', 'b']);
    assert.equal(await source.renew(refused), 'b');
    assert.deepEqual(one.asked, ['initial', 'expired']);
  });

  test('that does not come, or is none, fails with its own code and can be asked for again', async () => {
    await assert.rejects(new TokenSource(() => new Promise(() => {}), undefined, 5).get(), fails('auth_timeout'));
    for (const empty of ['', '  ', null, undefined, { token: 7 }])
      await assert.rejects(new TokenSource(provider(empty as never), undefined).get(), fails('auth_empty'));
    const thrower = new TokenSource(() => {
      throw new Error('session gone');
    }, undefined);
    await assert.rejects(thrower.get(), fails('auth_empty'));

    const second = new TokenSource(provider(Promise.reject(new Error('down')), 'abc'), undefined);
    await assert.rejects(second.get(), fails('auth_empty'));
    assert.equal(await second.get(), 'abc');
  });

  test('tells the host that nobody waits any more', async () => {
    const aborted = Promise.withResolvers<void>();
    const slow: TokenProvider = ({ signal }) => {
      signal.addEventListener('abort', () => aborted.resolve());
      return new Promise(() => {});
    };
    await assert.rejects(new TokenSource(slow, undefined, 5).get(), fails('auth_timeout'));
    await aborted.promise;
  });
});
