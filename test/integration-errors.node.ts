import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { MISUSES, misuseText } from '../src/data/misuses.ts';
import { DOCUMENT, integrationErrors } from '../scripts/integration-errors.ts';
import { filesOf } from './imports.ts';

const sources = [...filesOf('src'), ...filesOf('widgets'), ...filesOf('scripts'), 'vite.config.ts'].filter((file) => !/\.(node|test)\.ts$/.test(file));

describe('what the console says of misuses', () => {
  test('stands in the documentation word for word', () => {
    assert.equal(readFileSync(DOCUMENT, 'utf8'), integrationErrors(), 'Run node scripts/integration-errors.ts');
  });

  test('is one line: what is wrong, where, and what to do', () => {
    for (const code of Object.keys(MISUSES) as (keyof typeof MISUSES)[]) {
      const { wrong, fix } = MISUSES[code];
      for (const sentence of [wrong, fix]) assert.match(sentence, /^[a-zA-Z][^\n]*\.$/, code);
      assert.equal(misuseText(code, '<here>'), `${code} ${wrong} (<here>) ${fix}`);
    }
  });

  test('has one number after the other, and none that nothing says', () => {
    const codes = Object.keys(MISUSES);
    assert.deepEqual(
      codes,
      codes.map((_, index) => `IMPACT-${String(index + 1).padStart(3, '0')}`),
    );
    const said = sources.filter((file) => !file.endsWith('misuses.ts') && !file.endsWith('integration-errors.ts')).map((file) => readFileSync(file, 'utf8'));
    for (const code of codes)
      assert.ok(
        said.some((text) => text.includes(`'${code}'`)),
        `Nothing says ${code}`,
      );
  });
});
