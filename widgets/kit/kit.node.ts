import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { VERSION } from './version.ts';

const sources = globSync('widgets/**/*.ts').map((file) => readFileSync(file, 'utf8'));
const all = (pattern: RegExp): Set<string> => new Set(sources.flatMap((source) => source.match(pattern) ?? []));

describe('kit', () => {
  test('the version of events is the version of the package', () => {
    assert.equal(VERSION, (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
  });

  test('every private token is defined, and those of tokens.ts are used', () => {
    const used = all(/(?<=var\()--_[\w-]+(?=\))/g);
    // A widget may have variables of its own, set in its styles or by setProperty.
    const defined = all(/--_[\w-]+(?=:|')/g);
    assert.deepEqual(
      [...used].filter((token) => !defined.has(token)),
      [],
    );
    const shared = readFileSync('widgets/kit/tokens.ts', 'utf8').match(/--_[\w-]+(?=:)/g)!;
    assert.ok(shared.length > 15);
    assert.deepEqual(
      shared.filter((token) => !used.has(token)),
      [],
    );
  });

  test('no inline style: strict content security policies block it', () => {
    for (const file of globSync('widgets/**/*.ts').filter((name) => !/\.(test|node)\.ts$/.test(name))) {
      assert.doesNotMatch(readFileSync(file, 'utf8'), /styleMap|<style|[^-]\bstyle=["$]/, file);
    }
  });
});
