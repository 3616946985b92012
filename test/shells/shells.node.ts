import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { SHELLS } from './opened.ts';

test('every shell is tested, each in a file of its name', () => {
  const files = globSync('test/shells/*.e2e.ts').map((file) => basename(file, '.e2e.ts'));
  assert.deepEqual(files.toSorted(), SHELLS.map(({ name }) => name.toLowerCase()).toSorted());
});
