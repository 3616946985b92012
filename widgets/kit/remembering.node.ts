import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembering } from './remembering.ts';

test('what was made of the same inputs is not made again, and of others it is', () => {
  const made: string[] = [];
  const pair = remembering((one: object, other: number | undefined) => {
    made.push(`${other}`);
    return { one, other };
  });
  const report = {};
  const first = pair(report, 1);
  assert.equal(pair(report, 1), first);
  assert.notEqual(pair({}, 1), first);
  pair(report, undefined);
  pair(report, undefined);
  assert.deepEqual(made, ['1', '1', 'undefined']);
});
