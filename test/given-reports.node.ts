// A report that a page gives is copied before it is checked: the copy must pass where the report itself does, and nowhere else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseGiven, parseReport } from '#data';
import { anyReport } from './reports/any-report.ts';
import { mutated, randomFrom } from './reports/mutate.ts';

function outcomeOf(parse: (value: unknown) => unknown, value: unknown): unknown {
  try {
    return parse(value);
  } catch (error) {
    return String(error);
  }
}

test('a report that is given is read as one that came', () => {
  const seed = Date.now() % 2 ** 31;
  const random = randomFrom(seed);
  const bases = fc.sample(anyReport, { numRuns: 20, seed });
  let compared = 0;
  for (let i = 0; i < 3000; i += 1) {
    const text = mutated(bases[i % 20]!, bases[(i + 1) % 20]!, random);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      continue;
    }
    assert.deepEqual(outcomeOf(parseGiven, value), outcomeOf(parseReport, value), `seed ${seed}, report ${i}`);
    compared += 1;
  }
  assert.ok(compared > 2000, `${compared} could be read as JSON`);
});
