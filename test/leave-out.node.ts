// The builds leave out what nothing of ours can reach in libraries: only as long as these are as we know them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { withoutUnused } from '../scripts/build/leave-out.ts';

const CORE = join(dirname(createRequire(import.meta.url).resolve('@tanstack/query-core/package.json')), 'build/modern');
const read = (file: string): string => readFileSync(join(CORE, file), 'utf8');

describe('what builds leave out', () => {
  test('what is left has all that QueryClient calls of it', async () => {
    const code = withoutUnused('mutationCache', read('mutationCache.js'));
    const { MutationCache } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { MutationCache: new () => object };
    const left = new MutationCache();
    // Asking how many mutations there are is left to who reads this test: we never do.
    const called = [...read('queryClient.js').matchAll(/#mutationCache\.(\w+)/g)].map(([, name]) => name!).filter((name) => name !== 'findAll');
    assert.deepEqual(called.toSorted(), ['clear', 'resumePausedMutations']);
    for (const name of called) assert.equal(typeof Reflect.get(left, name), 'function', name);
  });

  test('lists that grow page by page are left out', () => {
    assert.ok(withoutUnused('infiniteQueryBehavior', read('infiniteQueryBehavior.js')).length < 200);
  });

  test('a colour is left as it is, and is never mixed', async () => {
    const core = dirname(createRequire(import.meta.url).resolve('@kurkle/color'));
    const code = withoutUnused('color.esm', readFileSync(join(core, 'color.esm.js'), 'utf8'));
    type Made = { saturate(by: number): Made; darken(by: number): Made; hexString(): string; valid?: boolean };
    const { Color } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { Color: new (said: string) => Made };
    const made = new Color('rgb(1, 2, 3)');
    assert.equal(made.saturate(0.5).darken(0.1).hexString(), 'rgb(1, 2, 3)');
    // Not valid: Chart.js then takes the colour that it should end with.
    assert.equal(made.valid, undefined);
  });

  test('another version of the library is not guessed at', () => {
    assert.throws(
      () => withoutUnused('mutationCache', 'export { MutationCache, more };'),
      /Could not leave out most of mutationCache\.js: it exports MutationCache, more/,
    );
    assert.throws(() => withoutUnused('mutationCache', 'export class MutationCache {}'), /it exports \. See what/);
  });
});
