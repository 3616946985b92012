import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../build/entries.ts';
import { built } from '../build/built.ts';

/** `dist/package.json` is written last of the package that the shells are built with. */
const SOURCES = ['demo/shells/**/*.{ts,tsx,vue,html,css}', 'dist/package.json', 'package-lock.json'];

/** The shells, with the package that is built from the sources as they are; built when a source is newer than they are. */
export async function buildShells(): Promise<void> {
  await built();
  const page = join(ROOT, 'dist/shells/vue.html');
  const since = existsSync(page) ? statSync(page).mtimeMs : 0;
  const isStale = globSync(SOURCES, { cwd: ROOT }).some((file) => statSync(join(ROOT, file)).mtimeMs > since);
  if (isStale) await build({ configFile: join(ROOT, 'demo/shells/vite.config.ts'), logLevel: 'warn' });
}
