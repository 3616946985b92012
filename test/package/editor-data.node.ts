// What editors complete: every element, as the manifest describes it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { ELEMENTS } from '../../scripts/build/entries.ts';
import { built, DIST } from '../../scripts/build/built.ts';

interface Named {
  name: string;
  description?: string;
}
interface Tag extends Named {
  attributes: (Named & { values?: Named[]; valueSet?: string })[];
}
interface Element extends Named {
  attributes: (Named & { value: { kind?: string; type?: string } })[];
  js: { properties: (Named & { type: string })[]; events: (Named & { type: string })[] };
  css: { parts: Named[] };
}
interface Manifest {
  modules: { path: string; declarations: { tagName: string }[]; exports: { kind: string; name: string }[] }[];
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(DIST, file), 'utf8')) as T;
const TAGS = ELEMENTS.map((name) => `qontak-impact-${name}`);
const named = <T extends Named>(list: readonly T[], name: string): T => list.find((one) => one.name === name)!;

describe('what editors know', () => {
  before(built);

  test('the manifest names the files that a consumer has', () => {
    const { modules } = read<Manifest>('custom-elements.json');
    assert.deepEqual(modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName)).toSorted(), TAGS);
    for (const { path, exports } of modules) {
      assert.ok(existsSync(join(DIST, path)), path);
      const [{ name } = { name: '' }] = exports;
      assert.match(readFileSync(join(DIST, path), 'utf8'), new RegExp(`\\b${name}\\b`));
    }
  });

  test('VS Code: tags, attributes with their values, switches without one', () => {
    const { version, tags } = read<{ version: number; tags: Tag[] }>('vscode.html-custom-data.json');
    assert.equal(version, 1.1);
    assert.deepEqual(tags.map(({ name }) => name).toSorted(), TAGS);
    const { attributes, description } = named(tags, 'qontak-impact-hero');
    assert.match(description!, /How many chats AI solved by itself/);
    assert.deepEqual(
      named(attributes, 'theme').values!.map(({ name }) => name),
      ['auto', 'light', 'dark'],
    );
    assert.deepEqual(
      named(attributes, 'view').values!.map(({ name }) => name),
      ['overview', 'diagnostic', 'value'],
    );
    assert.equal(named(attributes, 'readonly').valueSet, 'v');
    assert.equal(named(attributes, 'token-provider'), undefined, 'a function is no attribute');
  });

  test('JetBrains: attributes, properties, events and parts', () => {
    const { contributions } = read<{ contributions: { html: { elements: Element[] } } }>('web-types.json');
    assert.deepEqual(contributions.html.elements.map(({ name }) => name).toSorted(), TAGS);
    const { attributes, js, css } = named(contributions.html.elements, 'qontak-impact-trend');
    assert.equal(named(attributes, 'gross').value.kind, 'no-value');
    assert.match(named(js.properties, 'tokenProvider').type, /TokenProvider/);
    assert.equal(named(js.events, 'impact-ready').type, 'ImpactReadyEvent');
    assert.match(named(css.parts, 'chart').description!, /chart/);
  });
});
