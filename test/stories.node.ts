import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

describe('stories', () => {
  test('all of them are looked at', () => {
    const list = readFileSync('test/all-stories.ts', 'utf8');
    const files = globSync(['widgets/*/*.story.ts', 'widgets/*/*.strings.ts']);
    assert.ok(files.length >= 4);
    for (const file of files) assert.ok(list.includes(`'../${file}'`), `${file} is missing in test/all-stories.ts`);
  });
});
