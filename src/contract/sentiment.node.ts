import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rateOf } from './rate.ts';
import { Sentiment } from './sentiment.ts';

describe('sentiment', () => {
  const value = { status: 'ok', better: rateOf(3, 10), same: rateOf(6, 10), worse: rateOf(1, 10), measured: 10, eligible: 12 };
  test('the three parts make up what was measured', () => {
    assert.ok(Sentiment.safeParse(value).success);
    assert.ok(!Sentiment.safeParse({ ...value, measured: 11 }).success);
    assert.ok(!Sentiment.safeParse({ ...value, eligible: 9 }).success);
  });
  test('and are parts of the same chats', () => {
    assert.ok(!Sentiment.safeParse({ ...value, better: rateOf(3, 12) }).success);
  });
});
