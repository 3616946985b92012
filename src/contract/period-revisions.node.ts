import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NO_OUTCOMES, PeriodRevision, rateOf } from '@qontak/impact-contract';

describe('period revisions', () => {
  const revision = {
    revision: 2,
    frozen_at: '2026-11-20T01:00:00Z',
    as_of: '2026-11-19T22:00:00Z',
    outcomes: { ...NO_OUTCOMES, came_back: 1, stayed_solved: 5, handed_over: 2 },
    corrected: 1,
    net: rateOf(5, 8),
  };
  const accepted = (change: object): boolean => PeriodRevision.safeParse({ ...revision, ...change }).success;

  test('net follows from the outcomes', () => {
    assert.ok(accepted({}));
    assert.ok(!accepted({ net: rateOf(6, 8) }));
    assert.ok(!accepted({ net: rateOf(5, 9) }));
  });
  test('nothing final waits for its return window', () => assert.ok(!accepted({ outcomes: { ...revision.outcomes, checking: 1 } })));
});
