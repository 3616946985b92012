// Whose code is in the files: told by what the bundler has put in, not by what is installed.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './entries.ts';

/** A package that is in the bundles. */
export interface ThirdParty {
  name: string;
  version: string;
  /** SPDX id. */
  license: string;
  /** The text itself, which every one of these licences wants to be passed on. */
  text: string;
  /** Of the package as it came: the hash by which the lock file knows it. */
  integrity: string;
  /** Names of other packages that it asks for. */
  needs: readonly string[];
}

interface Lock {
  packages: Record<string, { integrity?: string }>;
}

/** The folder of the package that a module belongs to, or null: it is ours. */
const folderOf = (module: string): string | null => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? null;

function describe(folder: string, lock: Lock): ThirdParty {
  const { name, version, license, dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license: string;
    dependencies?: Record<string, string>;
  };
  const [file] = globSync('{LICENSE,LICENCE,license}*', { cwd: folder });
  const integrity = lock.packages[relative(ROOT, folder)]?.integrity;
  if (file === undefined)
    throw new Error(`Could not list the licence of ${name}: its package has no file of that name. Leave the package out or find its text.`);
  if (integrity === undefined) throw new Error(`Could not tell the origin of ${name}: package-lock.json does not know it. Run npm ci.`);
  return { name, version, license, text: readFileSync(join(folder, file), 'utf8').trim(), integrity, needs: Object.keys(dependencies ?? {}) };
}

export function thirdParties(modules: readonly string[]): ThirdParty[] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const folders = new Set(modules.map(folderOf).filter((folder) => folder !== null && existsSync(join(folder, 'package.json'))) as string[]);
  return [...folders].map((folder) => describe(folder, lock)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
