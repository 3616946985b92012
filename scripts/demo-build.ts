import { existsSync, globSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = ['{src,widgets,mocks,demo}/**/*.{ts,html,css,svg}', 'vite.config.ts', 'package-lock.json'];

/** Where the built pages lie. */
export const DEMO_FOLDER = join(ROOT, 'dist/demo');

/** The pages that the service shows, built when a source is newer than they are. */
export async function buildDemo(): Promise<void> {
  mkdirSync(DEMO_FOLDER, { recursive: true });
  const page = join(DEMO_FOLDER, 'index.html');
  const built = existsSync(page) ? statSync(page).mtimeMs : 0;
  const newest = Math.max(...globSync(SOURCES, { cwd: ROOT }).map((file) => statSync(join(ROOT, file)).mtimeMs));
  if (newest <= built) return;
  // On a busy machine the bundler tells which plugin took long: nothing to whoever wants to see the report.
  const quiet = { rolldownOptions: { checks: { bundlerTimings: false } } };
  await build({ configFile: join(ROOT, 'vite.config.ts'), mode: 'demo', logLevel: 'warn', build: quiet });
}
