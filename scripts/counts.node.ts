import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countsOf } from './counts.ts';

describe('counts of a step', () => {
  test("reads node's own summary", () => {
    assert.deepEqual(countsOf('node', 'ℹ tests 9\nℹ pass 7\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\n', 1), { passed: 7, failed: 2, skipped: 0 });
  });
  test('reads the closing line of the browser run', () => {
    assert.deepEqual(countsOf('line', 'noise\n12 passed, 0 failed\n', 0), { passed: 12, failed: 0, skipped: 0 });
  });
  test('a crash after green tests is a failure', () => {
    assert.equal(countsOf('node', 'ℹ pass 7\nℹ fail 0\n', 134).failed, 1);
  });
  test('a runner that ran nothing is a failure', () => {
    assert.equal(countsOf('line', '', 0).failed, 1);
  });
  test('a plain check counts as one', () => {
    assert.deepEqual(countsOf(null, 'whatever', 0), { passed: 1, failed: 0, skipped: 0 });
  });
});
