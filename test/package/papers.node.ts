// What a security review asks for: whose code it is, under which licence, and whether the file that came is the file that was built.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { REPOSITORY } from '../../scripts/build/entries.ts';
import { built, contents, DIST } from '../../scripts/build/built.ts';

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  purl: string;
  licenses: { license: { id: string } }[];
  hashes: { alg: string; content: string }[];
}

interface Bill {
  bomFormat: string;
  specVersion: string;
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const CDN = join(DIST, 'cdn', REPOSITORY.version);
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
const bill = (): Bill => JSON.parse(read(DIST, 'sbom.cdx.json')) as Bill;

/** What only the code of Lit, query-core, zod, i18next, Chart.js and d3-sankey says. */
const OF_OTHERS = /litHtmlVersions|litElementVersions|isInvalidated|invalid_union|missingKeyHandler|borderJoinStyle|missing: /;

describe('papers', () => {
  before(built);

  test('the bill of materials names every package whose code is in the files', () => {
    assert.equal(bill().bomFormat, 'CycloneDX');
    // The comments that the bundler puts before each module say where it came from.
    const modules = [...contents(join(DIST, 'esm')).values()].flatMap(
      (text) => text.match(/(?<=^\/\/ (?:.*\/)?node_modules\/|^\/\/#region (?:.*\/)?node_modules\/)(?:@[\w-]+\/)?[\w.-]+/gm) ?? [],
    );
    assert.ok(new Set(modules).size >= 10, [...new Set(modules)].join());
    const named = new Set(bill().components.map(({ name }) => name));
    assert.deepEqual(
      [...new Set(modules)].filter((name) => !named.has(name)),
      [],
    );
  });

  test('each of them with version, licence and the hash of the package that came', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string; integrity: string }> };
    for (const { name, version, purl, licenses, hashes } of bill().components) {
      const locked = lock.packages[`node_modules/${name}`]!;
      assert.equal(version, locked.version);
      assert.equal(purl, `pkg:npm/${name.replace('@', '%40')}@${version}`);
      assert.match(licenses[0]!.license.id, /^(MIT|ISC|BSD-3-Clause)$/, name);
      assert.equal(`sha512-${Buffer.from(hashes[0]!.content, 'hex').toString('base64')}`, locked.integrity);
    }
  });

  test('and what asks for what refers to nothing unknown', () => {
    const { components, dependencies } = bill();
    const known = new Set(components.map((component) => component['bom-ref']));
    assert.ok(dependencies[0]!.dependsOn.length === known.size);
    for (const { dependsOn } of dependencies) for (const ref of dependsOn) assert.ok(known.has(ref), ref);
  });

  test('the texts of all licences go with the package and with the files for pages', () => {
    for (const folder of [DIST, CDN]) {
      const texts = read(folder, 'THIRD-PARTY-LICENSES.txt');
      for (const { name, version, licenses } of bill().components) assert.ok(texts.includes(`\n${name} ${version} (${licenses[0]!.license.id})\n`), name);
      assert.ok(texts.split(/copyright/i).length > bill().components.length);
    }
  });

  test('every file for pages has its hash, and one with code of others says where its licences are', () => {
    const hashes = JSON.parse(read(CDN, 'sri.json')) as Record<string, string>;
    const scripts = [...contents(CDN)].filter(([file]) => file.endsWith('.js'));
    assert.deepEqual(
      Object.keys(hashes),
      scripts.map(([file]) => file),
    );
    for (const [file, text] of scripts) {
      assert.equal(hashes[file], `sha384-${createHash('sha384').update(text).digest('base64')}`, file);
    }
    const says = /^\/\*! @qontak\/impact-report \d+\.\d+\.\d+, with code of others: THIRD-PARTY-LICENSES\.txt \*\//;
    const told = scripts.filter(([, text]) => says.test(text)).map(([file]) => file);
    assert.ok(told.includes('impact.js'));
    for (const [file, text] of scripts) assert.ok(told.includes(file) || !OF_OTHERS.test(text), file);
    for (const sign of OF_OTHERS.source.split('|'))
      assert.ok(
        scripts.some(([, text]) => text.includes(sign)),
        `${sign} tells nothing`,
      );
  });

  test('the one file asks for no other, so that its hash covers all', () => {
    assert.doesNotMatch(read(CDN, 'impact.js'), /\bimport\s*\(|\bfrom\s*["']|(?<![\w.])import\s*["']/);
  });
});
