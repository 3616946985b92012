import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { sharedPolicy } from '../src/data/policy.ts';
import { withOurPolicy } from '../scripts/build/lit-policy.ts';

const lit = createRequire(import.meta.url).resolve('lit-html');

describe('the Trusted Types policy of our builds', () => {
  test('stands where this version of lit-html makes its own', () => {
    for (const file of [lit, lit.replace(/[^/]+$/, 'development/lit-html.js')]) {
      const code = withOurPolicy(readFileSync(file, 'utf8'));
      assert.ok(/sharedPolicy\(\w+, \{[^}]*\}, "IMPACT-026 /.test(code), file);
      assert.ok(!code.includes('createPolicy'), file);
    }
  });

  test('is missed loudly when lit-html makes it another way', () => {
    assert.throws(() => withOurPolicy('const policy = factory.create("lit-html");'), /Could not give lit-html our Trusted Types policy/);
  });

  test('is made once for all copies, and cannot be exchanged', () => {
    const made: string[] = [];
    const factory = {
      createPolicy: (name: string, rules: object) => {
        if (made.includes(name)) throw new TypeError(`Policy with name "${name}" already exists.`);
        made.push(name);
        return rules;
      },
    };
    const rules = { createHTML: (html: string) => html };
    assert.equal(sharedPolicy(factory, rules, ''), rules);
    assert.equal(sharedPolicy(factory, { createHTML: () => 'of the second copy' }, ''), rules);
    assert.deepEqual(made, ['qontak-impact']);
    assert.throws(() => Object.assign(globalThis, { [Symbol.for('qontak-impact.policy')]: null }), TypeError);
  });
});
