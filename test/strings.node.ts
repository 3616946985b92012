// Every text of every widget, in both languages: only words a customer understands, no hole, the same placeholders.
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { LOCALES, type Strings } from '#lang';
import { NAMESPACES } from '../src/lang/strange.ts';
import { forbiddenIn } from './forbidden-words.ts';

const files = globSync(['widgets/**/*strings.ts', 'demo/**/*strings.ts']).sort();

async function stringsIn(file: string): Promise<Strings[]> {
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  return Object.values(module).filter((value): value is Strings => typeof value === 'object' && value !== null && 'namespace' in value);
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

describe('strings', () => {
  test('are found where they should be', () => {
    for (const name of ['widgets/hero/hero.strings.ts', 'widgets/kit/card-strings.ts', 'widgets/report/report.strings.ts'])
      assert.ok(files.includes(name), name);
  });

  for (const file of files) {
    test(`${file} speaks plainly and completely`, async () => {
      const all = await stringsIn(file);
      assert.ok(all.length > 0, 'holds no strings');
      for (const strings of all) {
        assert.deepEqual(Object.keys(strings.en).sort(), Object.keys(strings.id).sort());
        for (const [key, text] of LOCALES.flatMap((locale) => Object.entries(strings[locale]))) {
          assert.notEqual(text.trim(), '', key);
          assert.deepEqual(forbiddenIn(text), [], `${key}: ${text}`);
        }
        // Half of "kira-kira" alone at the end of a line reads like another word: a word joiner holds them together. What leaves the page as text keeps its own.
        if (!file.startsWith('widgets/share/')) assert.doesNotMatch(Object.values(strings.id).join(' '), /kira-kira|tanya-jawab/i);
        for (const [key, text] of Object.entries(strings.id)) assert.deepEqual(placeholders(strings.en[key]!), placeholders(text), key);
      }
    });
  }

  test("the names that a host's wording may use are those of the widgets", async () => {
    const names = (await Promise.all(files.filter((file) => file.startsWith('widgets/')).map(stringsIn))).flat().map(({ namespace }) => namespace);
    assert.deepEqual([...NAMESPACES].sort(), names.sort());
  });

  test("namespaces are unique: two widgets with one name would take each other's words", async () => {
    const names = (await Promise.all(files.map(stringsIn))).flat().map(({ namespace }) => namespace);
    assert.deepEqual(names, [...new Set(names)]);
  });

  test('the list finds what it forbids', () => {
    const bad = [
      'Containment naik',
      'Reopen rate',
      'token habis',
      'eskalasi',
      'Handover ke tim',
      'out of scope',
      'CSAT',
      'AIR-12',
      'Phase 2',
      'basis pengetahuan',
    ];
    for (const text of bad) assert.notDeepEqual(forbiddenIn(text), [], text);
    for (const text of ['container', 'scope', 'AI dan tim Anda', 'sementara', 'kembali']) assert.deepEqual(forbiddenIn(text), [], text);
  });
});
