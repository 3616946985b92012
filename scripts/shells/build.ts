import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../build/entries.ts';
import { built } from '../build/built.ts';

/** The shells, with the package that is built from the sources as they are. */
export async function buildShells(): Promise<void> {
  await built();
  await build({ configFile: join(ROOT, 'demo/shells/vite.config.ts'), logLevel: 'warn' });
}
