import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { MISUSES } from '../src/data/misuses.ts';
import { DOCUMENT, withParts } from '../scripts/embedding.ts';
import { fieldsOf } from '../scripts/embedding/events.ts';
import { POLICIES } from '../scripts/shells/policies.ts';

const document = readFileSync(DOCUMENT, 'utf8');
/** Tables are padded by the formatter. */
const terse = (text: string): string => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');

describe('docs/embedding.md', () => {
  test('says what the elements, the tokens, the shells and their policies are', () => {
    assert.ok(document.match(/<!-- (quote|reference|policies)/g)!.length >= 9);
    assert.equal(terse(document), terse(withParts(document)), 'Run node scripts/embedding.ts');
  });

  test('says of the details of events what a host gets', () => {
    const types = Object.fromEntries(fieldsOf('CostAssumptionInput').map(({ name, type }) => [name, type]));
    assert.equal(types.hourly_cost, 'number | null');
    assert.equal(types.effective_from, 'string | null');
  });

  test('gives a page without an origin no policy that speaks of its own', () => {
    const [frame] = POLICIES['/framed.html']!.split('; frame-ancestors');
    assert.doesNotMatch(frame!, /'self'/, 'WebKit, and so Safari, would load nothing');
  });

  test('names files, codes and properties that there are', () => {
    const links = [...document.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link!);
    assert.ok(links.length > 8);
    for (const link of links) assert.ok(existsSync(join(dirname(DOCUMENT), link)), link);
    for (const [file] of document.matchAll(/(?<=`)test\/[\w./-]+(?=`)/g)) assert.ok(existsSync(file), file);
    for (const [code] of document.matchAll(/IMPACT-\d+/g)) assert.ok(code in MISUSES, code);
    const looks = [...document.matchAll(/```css\n[^]*?```/g)].flatMap(([css]) => css.match(/--impact-[\w-]+/g) ?? []);
    assert.ok(looks.length > 3);
    for (const name of looks) assert.ok(document.includes(`| \`${name}\` `), name);
  });
});
