// What is published: found by every tool that consumers have, the same bytes from the same sources, nothing of ours that is not theirs.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { buildPackage } from '../../scripts/build/package.ts';
import { importsOf } from '../imports.ts';
import { built, contents, DIST, pack } from '../../scripts/build/built.ts';
import { ROOT } from '../../scripts/build/entries.ts';

interface Manifest {
  name: string;
  version: string;
  publishConfig: { access: string };
  dependencies?: object;
  files: string[];
  exports: Record<string, string | Record<string, string>>;
}

const manifest = (): Manifest => JSON.parse(readFileSync(join(DIST, 'package.json'), 'utf8')) as Manifest;

/** What the folders and files of `files` hold. */
const shipped = (folder: string): [string, string][] =>
  [...contents(folder)].filter(([file]) => file === 'package.json' || manifest().files.some((name) => file === name || file.startsWith(`${name}/`)));

const hash = (files: [string, string][]): string => createHash('sha256').update(JSON.stringify(files)).digest('hex');

describe('the published package', () => {
  before(built);

  test("needs nothing installed beside it, and is nobody's who may not read it", () => {
    assert.equal(manifest().name, '@qontak/impact-report');
    assert.deepEqual(manifest().publishConfig, { access: 'restricted' });
    assert.equal(manifest().dependencies, undefined);
  });

  test('says in its README of no version but its own', () => {
    for (const [version] of readFileSync(join(DIST, 'README.md'), 'utf8').matchAll(/\b\d+\.\d+\.\d+\b/g)) assert.equal(version, manifest().version);
  });

  test('has nothing that publint would change', async () => {
    const { buffer, byteOffset, byteLength } = pack();
    const tarball = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    const { messages } = await publint({ pack: { tarball }, level: 'suggestion', strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, manifest())),
      [],
    );
  });

  test('has types in every mode of resolution', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(pack()));
    assert.ok(analysis.types);
    // Modules only: CommonJS that asks for it by require() is told so by TypeScript, and can import() it.
    const problems = analysis.problems.filter(({ kind }) => kind !== 'CJSResolvesToESM');
    assert.deepEqual(problems, []);
  });

  test('speaks of no Node, no mock and no file of this machine', () => {
    const files = shipped(DIST);
    assert.ok(files.length > 60, String(files.length));
    for (const [file, text] of files) {
      for (const word of [/\bprocess\.\w/, /\bmsw\b/, /#mocks/, /\/mocks\//, new RegExp(ROOT)]) assert.doesNotMatch(text, word, `${file}: ${word}`);
    }
  });

  test('asks in its modules for nothing but its own files, and a wrapper for its framework', () => {
    for (const [file] of shipped(DIST).filter(([name]) => name.endsWith('.js'))) {
      const framework = file.replace(/^(esm|node)\/(react|vue)\.js$/, '$2');
      for (const specifier of importsOf(join(DIST, file))) assert.ok(/^\.{1,2}\//.test(specifier) || specifier === framework, `${file}: ${specifier}`);
    }
  });

  test('is the same to the byte when it is built again, in another place', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'impact-again-'));
    try {
      await buildPackage(elsewhere);
      assert.equal(hash(shipped(elsewhere)), hash(shipped(DIST)));
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  test('can be imported on a server, by every name that a browser gets', async () => {
    for (const [specifier, conditions] of Object.entries(manifest().exports)) {
      if (typeof conditions === 'string') continue;
      const server = (await import(join(DIST, conditions.node!))) as Record<string, unknown>;
      const exported = readFileSync(join(DIST, conditions.default!), 'utf8').match(/export \{([^}]*)\};\s*$/)![1]!;
      const names = exported.split(',').map((part) => part.trim().replace(/^.* as /, ''));
      assert.deepEqual(Object.keys(server).sort(), names.sort(), specifier);
    }
  });

  test('waits on a server with what modules do while they are loaded, and says of the rest where it belongs', async () => {
    const server = (await import(join(DIST, 'node/register.js'))) as typeof import('../../entries/register.ts');
    server.configure({ locale: 'id' });
    assert.equal(typeof server.mountParcel({ element: 'hero' }).mount, 'function');
    assert.throws(() => server.mount('#main'), /Could not use mount on a server: there is no document\. Use it in the browser/);
  });
});
