import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OneByOne } from './one-by-one.ts';

test('what runs side by side is told one after the other, and nothing is lost', () => {
  let told = '';
  const voices = new OneByOne((text) => (told += text));
  const [first, second, third] = ['A', 'B', 'C'].map((title) => voices.begin(title));
  second!.say('b1 ');
  third!.say('c1 ');
  first!.say('a1 ');
  assert.equal(told, 'A\na1 ', 'the first as it comes');
  third!.end();
  first!.say('a2 ');
  first!.end();
  assert.equal(told, 'A\na1 a2 B\nb1 ', 'then the next with what it has said by now');
  second!.say('b2 ');
  const fourth = voices.begin('D');
  second!.end();
  fourth.say('d1');
  assert.equal(told, 'A\na1 a2 B\nb1 b2 C\nc1 D\nd1');
});
