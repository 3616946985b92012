import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Recent } from '../src/recent.ts';

describe('what was asked for lately', () => {
  test('is there again, and what was not is not', () => {
    const recent = new Recent<string>(2);
    recent.put('a', 'A');
    assert.deepEqual([recent.get('a'), recent.get('b')], ['A', undefined]);
  });

  test('pushes out what nobody asked for the longest', () => {
    const recent = new Recent<string>(2);
    recent.put('a', 'A');
    recent.put('b', 'B');
    recent.get('a');
    recent.put('c', 'C');
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => recent.get(key)),
      ['A', undefined, 'C'],
    );
  });

  test('takes no more room than it may', () => {
    const recent = new Recent<Buffer>(100, ({ length }) => length);
    for (const key of ['a', 'b', 'c']) recent.put(key, Buffer.alloc(40));
    assert.equal(recent.get('a'), undefined);
    recent.put('b', Buffer.alloc(60));
    assert.deepEqual(
      ['b', 'c'].map((key) => recent.get(key)?.length),
      [60, 40],
      'a value in place of another counts once',
    );
    recent.put('large', Buffer.alloc(101));
    assert.deepEqual(
      ['b', 'c', 'large'].map((key) => recent.get(key)),
      [undefined, undefined, undefined],
    );
  });
});
