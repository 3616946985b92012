import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { describe, test } from 'node:test';
import { BROWSER_TESTS, HOST_TESTS } from '../scripts/firefox-tests.ts';

const document = readFileSync('docs/security.md', 'utf8');

/** `tenants` is one of the service's, `widgets/provider` all of a folder. */
const exists = (name: string): boolean => (name.includes('/') ? globSync(name).length > 0 : existsSync(`service/test/${name}.test.ts`));

describe('docs/security.md', () => {
  test('names tests that there are', () => {
    const rows = document.split('\n').filter((line) => /^\| (?!-|threat|fault)/.test(line));
    assert.ok(rows.length > 40, String(rows.length));
    const cells = rows.map((row) => row.split('|').at(-2)!);
    // A word of a sentence, not a test: a policy, a step.
    const names = cells.flatMap((cell) => [...cell.matchAll(/`([\w/.*-]+)`(?! step)/g)].map(([, name]) => name!));
    assert.ok(names.length > 60, String(names.length));
    assert.deepEqual(
      names.filter((name) => !exists(name)),
      [],
    );
  });

  test('marks those that run in Firefox too', () => {
    const runs = (file: string): boolean => [...BROWSER_TESTS.flat(), ...HOST_TESTS].some((glob) => matchesGlob(file, glob));
    const [, elements] = /## The elements([^]+?)## Faults/.exec(document)!;
    const named = [...elements!.matchAll(/`([\w/.*-]+\.(?:test|e2e|node)\.ts)`(†?)/g)];
    assert.ok(named.length > 15, String(named.length));
    for (const [, file = '', mark] of named) assert.equal(mark === '†', runs(file), file);
  });
});
