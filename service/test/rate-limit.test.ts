import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Problem } from '@qontak/impact-contract';
import { PendingDatabase } from '../src/db/pending.ts';
import { RateLimit } from '../src/rate-limit.ts';
import { appFor, bearer, get, problemCode } from './service-under-test.ts';

/** A clock that the test sets, in seconds. */
function clock() {
  let seconds = 0;
  return { now: () => seconds * 1000, wait: (more: number) => void (seconds += more) };
}

describe('the rate limit', () => {
  test('lets a burst of a quarter of a minute through, then one after the other', () => {
    const { now, wait } = clock();
    const limit = new RateLimit(60, now);
    for (let i = 0; i < 15; i++) assert.equal(limit.take('a'), 0, `turn ${i}`);
    assert.equal(limit.take('a'), 1);
    wait(0.5);
    assert.equal(limit.take('a'), 1);
    wait(0.5);
    assert.deepEqual([limit.take('a'), limit.take('a')], [0, 1]);
    wait(3600);
    for (let i = 0; i < 15; i++) assert.equal(limit.take('a'), 0);
    assert.equal(limit.take('a'), 1, 'an hour of silence saves up no more than one burst');
  });

  test('over a minute lets through what it says, however it is asked', () => {
    const { now, wait } = clock();
    const limit = new RateLimit(600, now);
    let passed = 0;
    for (let i = 0; i < 60_000; i++, wait(0.001)) if (limit.take('a') === 0) passed++;
    assert.ok(passed >= 600 && passed <= 751, String(passed));
  });

  test('tells how long to wait, also when it is long', () => {
    const { now, wait } = clock();
    const limit = new RateLimit(1, now);
    assert.deepEqual([limit.take('a'), limit.take('a')], [0, 60]);
    wait(59);
    assert.equal(limit.take('a'), 1);
    wait(1);
    assert.equal(limit.take('a'), 0);
  });

  test('counts each organization by itself, however many there are', () => {
    const { now, wait } = clock();
    const limit = new RateLimit(1, now);
    for (let i = 0; i < 30_000; i++) {
      assert.equal(limit.take(`organization ${i}`), 0);
      wait(0.01);
    }
    assert.ok(limit.take('organization 29999') > 0);
    assert.equal(limit.take('organization 0'), 0);
  });

  test('looks through all organizations once a second at most, however many ask', () => {
    const { now, wait } = clock();
    const limit = new RateLimit(600, now);
    for (let i = 0; i < 12_000; i++) limit.take(`organization ${i}`);
    // their turns are back by now
    wait(0.5);
    limit.take('another');
    assert.equal(limit.remembered, 12_001);
    wait(0.5);
    limit.take('another');
    assert.equal(limit.remembered, 1);
  });

  test('answers 429 with Retry-After to the organization that asks too often, and to no other', async () => {
    const app = await appFor(new PendingDatabase(), { RATE_LIMIT_PER_MINUTE: '8' });
    const url = '/v1/cost-assumption';
    const headers = await bearer({ org_id: '11111111-1111-4111-8111-111111111111' });
    for (let i = 0; i < 2; i++) assert.equal(await problemCode(app, url, headers), '503 unavailable');
    const { status, body, headers: answered } = await get<Problem>(app, url, headers);
    assert.deepEqual([status, body.error.code, answered['retry-after']], [429, 'too_many_requests', '8']);
    assert.equal(await problemCode(app, '/v1/impact-report', headers), '429 too_many_requests', 'over all routes together');
    assert.equal(await problemCode(app, url, await bearer({ org_id: '22222222-2222-4222-8222-222222222222' })), '503 unavailable');
    assert.equal((await get(app, '/healthz', headers)).status, 200);
  });
});
