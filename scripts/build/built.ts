// The package as it would be published, built when a source is newer than it is.
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './entries.ts';
import { buildPackage } from './package.ts';

const SOURCES = ['{src,widgets,entries,scripts/build}/**/*.{ts,json,md}', 'vite.config.ts', 'package.json', 'package-lock.json', 'custom-elements.json'];

export const DIST = join(ROOT, 'dist');

let building: Promise<void> | undefined;

/** Test files share a process and must not build side by side. */
export function built(): Promise<void> {
  building ??= isStale() ? buildPackage(DIST) : Promise.resolve();
  return building;
}

function isStale(): boolean {
  const manifest = join(DIST, 'package.json');
  const since = existsSync(manifest) ? statSync(manifest).mtimeMs : 0;
  return globSync(SOURCES, { cwd: ROOT }).some((file) => statSync(join(ROOT, file)).mtimeMs > since);
}

/** What `npm publish ./dist` would send. */
export function pack(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'impact-pack-'));
  try {
    const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, DIST], { encoding: 'utf8' }).trim();
    return readFileSync(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The files of a folder with what is in them, by their paths within it. */
export const contents = (folder: string): Map<string, string> =>
  new Map(
    globSync('**/*', { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
  );
