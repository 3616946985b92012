// The builds leave out what query-core brings along to write: only as long as the library is as we know it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { withoutUnused } from '../scripts/build/reads-only.ts';

const CORE = join(dirname(createRequire(import.meta.url).resolve('@tanstack/query-core/package.json')), 'build/modern');
const read = (file: string): string => readFileSync(join(CORE, file), 'utf8');

describe('reads only', () => {
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

  test('another version of the library is not guessed at', () => {
    assert.throws(
      () => withoutUnused('mutationCache', 'export { MutationCache, more };'),
      /Could not leave out query-core's mutationCache: it exports MutationCache, more/,
    );
    assert.throws(() => withoutUnused('mutationCache', 'export class MutationCache {}'), /it exports \. See what/);
  });
});
