// What a server gets that renders a page which names the package (Nuxt, Next): the same names, and nothing behind them, because there is
// no document. Importing must not fail; what can wait for the browser does nothing, what cannot says where it belongs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chunk } from './bundles.ts';
import { ENTRIES, REPOSITORY } from './entries.ts';

const BROWSER_ONLY = `const browserOnly = (name) => function () {
  throw new Error(\`Could not use \${name} on a server: there is no document. Use it in the browser, for example when the page is mounted.\`);
};
`;

/** What modules say while they are loaded, which happens on a server too: the browser says it again. */
const AT_LOADING: Readonly<Record<string, string>> = {
  VERSION: `'${REPOSITORY.version}'`,
  configure: '() => undefined',
  register: '() => undefined',
  mountParcel: "() => Object.fromEntries(['bootstrap', 'mount', 'update', 'unmount'].map((name) => [name, browserOnly(name)]))",
};

const declaration = (name: string): string => `export const ${name} = ${AT_LOADING[name] ?? `browserOnly('${name}')`};`;

export function writeInert(dist: string, chunks: readonly Chunk[]): void {
  const folder = join(dist, 'node');
  mkdirSync(folder, { recursive: true });
  for (const { isEntry, name, exports } of chunks) {
    if (!isEntry || !(name in ENTRIES)) continue;
    const lines = exports.toSorted().map(declaration);
    writeFileSync(join(folder, `${name}.js`), `${BROWSER_ONLY}${lines.join('\n')}\n`);
  }
}
