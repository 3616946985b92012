import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { TestSuiteResult } from '@web/test-runner-core';
import { failuresOf } from './failures.ts';
import { closing } from './wtr-count.ts';

const testFile = join(process.cwd(), 'widgets/hero/hero.test.ts');
const passing = { name: 'stands', passed: true, skipped: false };
const failing = { name: 'says it', passed: false, skipped: false, error: { name: 'AssertionError', message: 'expected a to equal b' } };
const skipped = { name: 'later', passed: false, skipped: true };
const suite = (name: string, tests: TestSuiteResult['tests'], suites: TestSuiteResult[] = []): TestSuiteResult => ({ name, tests, suites });

describe('what closes the browser tests', () => {
  test('is one line when all passed', () => {
    const testResults = suite('', [passing], [suite('hero', [passing, passing])]);
    assert.equal(closing([{ testFile, passed: true, errors: [], testResults }]), '3 passed, 0 failed');
  });

  test('names what failed, with the suites that it is in', () => {
    const testResults = suite('', [passing, skipped], [suite('hero', [], [suite('in Indonesian', [failing])])]);
    const output = closing([{ testFile, passed: false, errors: [], testResults }]);
    assert.match(output, /\n1 passed, 1 failed, 1 skipped$/);
    const [only, ...others] = failuresOf('browser', output);
    assert.deepEqual([only!.name, only!.at], ['browser: hero: in Indonesian: says it', 'widgets/hero/hero.test.ts']);
    assert.match(only!.error, /^AssertionError: expected a to equal b\n/);
    assert.deepEqual(others, []);
  });

  test('a file that did not load is one failure, and so is an error outside of its tests', () => {
    const errors = [{ name: 'SyntaxError', message: 'no export named x' }];
    const output = closing([
      { testFile, passed: false, errors },
      { testFile, passed: false, errors, testResults: suite('', [passing]) },
    ]);
    assert.match(output, /SyntaxError: no export named x\n[^]*\n1 passed, 2 failed$/);
  });
});
