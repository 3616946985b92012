// The published package.json. Not the repository's: that one is the root of the workspaces, never published, and its dependencies are
// what we build with. The published package needs none: everything is in it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTRIES, PACKAGE_NAME, REPOSITORY } from './entries.ts';

/** Files of data, asked for by their names. */
const DATA = ['custom-elements.json', 'package.json', 'sbom.cdx.json'];

const names = Object.keys(ENTRIES);
const specifier = (name: string): string => (name === 'index' ? '.' : `./${name}`);

/** The conditions are tried in the order in which they stand. */
const conditions = (name: string): Record<string, string> => ({
  types: `./types/${name}.d.ts`,
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
    sideEffects: ['./esm/**'],
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
    files: ['THIRD-PARTY-LICENSES.txt', 'cdn', 'custom-elements.json', 'esm', 'node', 'sbom.cdx.json', 'types'],
    engines: { node: '>=20' },
  };
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
