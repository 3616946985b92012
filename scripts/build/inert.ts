// What a server gets that renders a page which names the package (Nuxt, Next): the same names, and nothing behind them, because there is
// no document. Importing must not fail; what can wait for the browser does nothing, what cannot says where it belongs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rolldown } from 'vite';
import { ENTRIES, REPOSITORY } from './entries.ts';

/** Said to every process, of which a server is one too: the browser says it again. */
const WAITS = new Set(['configure', 'register']);

const BROWSER_ONLY = `const browserOnly = (name) => function () {
  throw new Error(\`Could not use \${name} on a server: there is no document. Use it in the browser, for example when the page is mounted.\`);
};
`;

function declaration(name: string): string {
  if (name === 'VERSION') return `export const VERSION = '${REPOSITORY.version}';`;
  return WAITS.has(name) ? `export const ${name} = () => undefined;` : `export const ${name} = browserOnly('${name}');`;
}

export function writeInert(dist: string, chunks: readonly Rolldown.OutputChunk[]): void {
  const folder = join(dist, 'node');
  mkdirSync(folder, { recursive: true });
  for (const { isEntry, name, exports } of chunks) {
    if (!isEntry || !(name in ENTRIES)) continue;
    const lines = exports.toSorted().map(declaration);
    writeFileSync(join(folder, `${name}.js`), `${BROWSER_ONLY}${lines.join('\n')}\n`);
  }
}
