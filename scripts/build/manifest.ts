// The published package.json. Not the repository's: that one is the root of the workspaces, never published, and its dependencies are
// what we build with. The published package needs none: everything is in it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTRIES, PACKAGE_NAME, REPOSITORY, WRAPPERS } from './entries.ts';

/** Files of data, asked for by their names. */
const DATA = ['custom-elements.json', 'package.json', 'sbom.cdx.json', 'vscode.html-custom-data.json', 'web-types.json'];

const names = Object.keys({ ...ENTRIES, ...WRAPPERS });
const specifier = (name: string): string => (name === 'index' ? '.' : `./${name}`);

/** The conditions are tried in the order in which they stand. */
const conditions = (name: string): Record<string, string> => ({
  types: `./types/${name}.d.ts`,
  // Before `node`: some hosts are both.
  browser: `./esm/${name}.js`,
  node: `./node/${name}.js`,
  default: `./esm/${name}.js`,
});

export function writeManifest(dist: string): void {
  const { version, description, license } = REPOSITORY;
  const manifest = {
    name: PACKAGE_NAME,
    version,
    description,
    license,
    type: 'module',
    // They register elements, in parts that they share.
    sideEffects: ['./esm/**', './node/**'],
    exports: {
      ...Object.fromEntries(names.map((name) => [specifier(name), conditions(name)])),
      './cdn/*': './cdn/*',
      ...Object.fromEntries(DATA.map((file) => [`./${file}`, `./${file}`])),
    },
    // For tools that read no `exports`: TypeScript with the resolution of Node 10.
    main: './esm/index.js',
    types: './types/index.d.ts',
    typesVersions: { '*': Object.fromEntries(names.filter((name) => name !== 'index').map((name) => [name, [`./types/${name}.d.ts`]])) },
    customElements: './custom-elements.json',
    'web-types': './web-types.json',
    files: ['THIRD-PARTY-LICENSES.txt', 'cdn', 'esm', 'node', 'types', ...DATA.filter((file) => file !== 'package.json')],
    peerDependencies: { react: '>=19', vue: '>=3.3' },
    // Of those who import ./react or ./vue alone.
    peerDependenciesMeta: { react: { optional: true }, vue: { optional: true } },
    // Whoever publishes it by a slip of the hand publishes it to those who may read it.
    publishConfig: { access: 'restricted' },
    engines: { node: '>=20' },
  };
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
