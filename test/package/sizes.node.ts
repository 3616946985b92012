// What a page without a bundler downloads, compressed with brotli: the modules that stand between an entry and the first paint, and what it
// may ask for later.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { ENTRIES, REPOSITORY } from '../../scripts/build/entries.ts';
import { Weights } from '../../scripts/build/weights.ts';
import { built, DIST } from '../../scripts/build/built.ts';

const CDN = join(DIST, 'cdn', REPOSITORY.version);
const KB = 1000;

/** In KB. Above it: find what came in, or raise it in the change that says why. */
const FIRST: Readonly<Record<string, number>> = {
  index: 57,
  register: 158,
  'after-hours': 62,
  chats: 48,
  cost: 63,
  hero: 49,
  'how-we-count': 49,
  journey: 57,
  'period-picker': 40,
  provider: 34,
  'reopen-rate': 51,
  report: 56,
  sentiment: 48,
  share: 55,
  trend: 61,
  turns: 50,
};
const ONE_FILE = 179;
const EVERYTHING_IN_PARTS = 218;

const weights = new Weights(CDN);
const kb = (files: Iterable<string>): number => weights.sum(files) / KB;

function explain(name: string, size: number, most: number, files: Iterable<string>): string {
  const largest = [...files].map((file) => ({ file, size: kb([file]) })).toSorted((a, b) => b.size - a.size);
  const parts = largest.slice(0, 5).map((part) => `${part.file} ${part.size.toFixed(1)}`);
  return `${name} weighs ${size.toFixed(1)} KB, ${most} KB are allowed. Its largest parts: ${parts.join(', ')}.`;
}

describe('sizes', () => {
  before(built);

  test('every entry has a budget', () => assert.deepEqual(Object.keys(FIRST).sort(), Object.keys(ENTRIES).sort()));

  for (const [name, most] of Object.entries(FIRST)) {
    test(`${name}: ${most} KB before it stands`, (context) => {
      const files = weights.first(name);
      const size = kb(files);
      context.diagnostic(`${name}: ${size.toFixed(1)} KB in ${files.size} files`);
      assert.ok(size <= most, explain(name, size, most, files));
      assert.ok(size > most * 0.8, `${name} weighs ${size.toFixed(1)} KB: lower its budget of ${most} KB, or what it lost comes back unseen.`);
    });
  }

  test('every part says that it is to be compiled while it arrives, but for libraries of which little is called', () => {
    const says = /^(\/\*![^]*?\*\/\n)?\/\/# allFunctionsCalledOnLoad\n/;
    for (const file of weights.all('register'))
      assert.equal(says.test(readFileSync(join(CDN, file), 'utf8')), !/\/(chart-parts|wording)-[^/]*$/.test(file), file);
  });

  test('Chart.js and the wording of hosts come later', () => {
    const first = weights.first('register');
    const all = weights.all('register');
    for (const part of ['chart-parts', 'wording']) {
      const file = [...all].find((name) => name.startsWith(`split/chunks/${part}-`));
      assert.ok(file !== undefined && !first.has(file), part);
    }
  });

  test(`everything: ${EVERYTHING_IN_PARTS} KB in parts, ${ONE_FILE} KB in one file`, (context) => {
    const files = weights.all('register');
    const [parts, one] = [kb(files), kb(['impact.js'])];
    context.diagnostic(`everything: ${parts.toFixed(1)} KB in ${files.size} parts, ${one.toFixed(1)} KB in one file`);
    assert.ok(parts <= EVERYTHING_IN_PARTS, explain('everything', parts, EVERYTHING_IN_PARTS, files));
    assert.ok(one <= ONE_FILE, `impact.js weighs ${one.toFixed(1)} KB, ${ONE_FILE} KB are allowed.`);
  });
});
