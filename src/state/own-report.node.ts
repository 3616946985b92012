import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { forgetIdle } from '#data';
import { OwnReport } from './own-report.ts';

/** Beside a report that the page gives itself, whether it fits or not. */
function beside(): { own: OwnReport; settings: Parameters<OwnReport['follow']>[0]; asked: AbortSignal[]; ask: () => Promise<string> } {
  const asked: AbortSignal[] = [];
  const tokenProvider = ({ signal }: { signal: AbortSignal }): string => `token-${asked.push(signal)}`;
  const settings = { data: {}, src: 'https://metrics.example.id', org: undefined, tokenProvider, fetcher: undefined } as never;
  const own = new OwnReport({ changed: () => undefined, told: () => true, read: () => undefined, explained: () => false });
  own.follow(settings);
  return { own, settings, asked, ask: () => own.connection!.tokens!.get(new AbortController().signal) };
}

describe('the way to the service beside a report that was given', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  test('keeps its token while the element stands and for a quick return, no longer', async () => {
    const { own, settings, ask } = beside();
    assert.equal(await ask(), 'token-1');
    own.leave();
    mock.timers.tick(29_999);
    own.follow(settings);
    mock.timers.tick(60_000);
    own.follow(settings);
    assert.equal(await ask(), 'token-1');
    own.leave();
    mock.timers.tick(30_000);
    own.follow(settings);
    assert.equal(await ask(), 'token-2');
    own.leave();
  });

  test('loses its token at once when the browser keeps the page', async () => {
    const { own, settings, ask } = beside();
    assert.equal(await ask(), 'token-1');
    own.forget();
    own.follow(settings);
    assert.equal(await ask(), 'token-2');
    own.leave();
  });

  test('is in use: what another element leaves behind is dropped without it', async () => {
    const { own, asked, ask } = beside();
    const coming = ask();
    forgetIdle();
    assert.equal(await coming, 'token-1');
    assert.equal(asked[0]!.aborted, false);
    own.leave();
    forgetIdle();
  });
});
