import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type Failure, failingTests, failuresOf, told } from './failures.ts';

/** What `node --test` says of this file. */
function ran(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'failures-'));
  writeFileSync(join(folder, 'some.test.mjs'), source);
  // Otherwise it would speak to the runner of this test, and not to people.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout } = spawnSync(process.execPath, ['--test', '--test-isolation=none', 'some.test.mjs'], { cwd: folder, env, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout;
}

describe('failures of a step', () => {
  test("reads node's own list: the names, and of each error what stands before its stack", () => {
    const output = ran(`
      import assert from 'node:assert';
      import { describe, test } from 'node:test';
      describe('shop', () => {
        test('opens', () => {});
        test('sells (twice)', () => { throw new TypeError('Could not sell.\\nNothing is there.'); });
        test('counts', () => assert.strictEqual(1, 2));
      });`);
    assert.deepEqual(failuresOf('node', output), [
      { name: 'node: sells (twice)', at: 'some.test.mjs:6:9', error: 'TypeError: Could not sell.\nNothing is there.' },
      { name: 'node: counts', at: 'some.test.mjs:7:9', error: 'AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:\n\n1 !== 2\n' },
    ]);
  });

  test('a file that does not load is named as well', () => {
    const [only, ...others] = failuresOf('node', ran(`import './missing.mjs';`));
    assert.match(only!.name, /some\.test\.mjs$/);
    assert.match(only!.error, /Cannot find module/);
    assert.deepEqual(others, []);
  });

  test('reads what other runners list in the same way', () => {
    const failures: Failure[] = [
      { name: 'hero: says it', at: 'widgets/hero/hero.test.ts', error: 'Error: no\nsecond line' },
      { name: 'turns: draws it', at: 'widgets/turns/turns.test.ts', error: 'Error: neither' },
    ];
    const read = failuresOf('browser', `noise\n${failingTests(failures)}\n3 passed, 2 failed`);
    assert.deepEqual([read[0]!.name, read[0]!.at, read[1]!.name], ['browser: hero: says it', 'widgets/hero/hero.test.ts', 'browser: turns: draws it']);
    assert.deepEqual(
      read.map(({ error }) => error.trim()),
      ['Error: no\nsecond line', 'Error: neither'],
    );
  });

  test('of a check that lists no tests it has the last lines', () => {
    assert.deepEqual(failuresOf('lint', 'one\n\ntwo\nthree\nfour\nfive\nsix\n'), [{ name: 'lint', at: '', error: 'two\nthree\nfour\nfive\nsix' }]);
  });

  test('and what it told of errors before what else it said', () => {
    assert.deepEqual(failuresOf('build', 'built 3 of 4\n', 'Could not resolve x\n'), [{ name: 'build', at: '', error: 'Could not resolve x' }]);
    assert.deepEqual(failuresOf('lint', 'no y\n', '\n'), [{ name: 'lint', at: '', error: 'no y' }]);
  });
});

describe('failures as they are told', () => {
  const failure: Failure = { name: 'node: counts', at: 'a.ts:1:2', error: 'Error: no\n\n1 !== 2' };

  test('name and place, and the error below them', () => {
    assert.equal(told([failure, { name: 'lint', at: '', error: '' }]), '✖ node: counts (a.ts:1:2)\n    Error: no\n    1 !== 2\n✖ lint');
  });

  test('leave room for the table in the 150 lines that CI shows, and say how many are left out', () => {
    const lines = told(Array.from({ length: 99 }, () => ({ ...failure, error: 'x\n'.repeat(500) }))).split('\n');
    assert.ok(lines.length < 130, `${lines.length} lines`);
    assert.equal(lines.at(-1), '… and 79 more');
  });
});
