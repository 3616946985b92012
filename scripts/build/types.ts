// The types: emitted by tsc, then rolled up with those of others that they speak of (Lit, zod), so that a consumer has them in every
// mode of resolution and installs nothing for them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown, type Plugin } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { ENTRIES, REPOSITORY, ROOT, WRAPPERS } from './entries.ts';

const EMITTED = join(ROOT, 'node_modules/.cache/package-types');
const declaration = (file: string): string => file.replace(/\.ts$/, '.d.ts');

/** tsc does not emit what it finds through node_modules, where the workspace of the contract is linked. */
const contract: Plugin = {
  name: 'contract',
  resolveId: {
    order: 'pre',
    filter: { id: /^@qontak\/impact-contract$/ },
    handler: () => join(EMITTED, 'src/contract/index.d.ts'),
  },
};

function emit(): void {
  rmSync(EMITTED, { recursive: true, force: true });
  mkdirSync(EMITTED, { recursive: true });
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(import.meta.dirname, 'tsconfig.types.json')], {
    stdio: 'inherit',
  });
  const imports = Object.entries(REPOSITORY.imports).map(([name, file]) => [name, declaration(file)]);
  writeFileSync(join(EMITTED, 'package.json'), JSON.stringify({ type: 'module', imports: Object.fromEntries(imports) }));
}

/** Gives the modules whose types are in it. */
export async function buildTypes(dist: string): Promise<string[]> {
  emit();
  const bundle = await rolldown({
    cwd: EMITTED,
    input: Object.fromEntries(Object.entries({ ...ENTRIES, ...WRAPPERS }).map(([name, file]) => [name, join(EMITTED, declaration(file))])),
    resolve: { conditionNames: ['types', 'import', 'default'] },
    checks: { pluginTimings: false },
    // zod's words in other languages: written as CommonJS, and nobody's type.
    external: [/^vue$/, /^react$/, /\/locales\/.+\.cjs$/],
    plugins: [contract, dts({ dtsOnly: true, tsconfig: false, generator: 'oxc' })],
  });
  const { output } = await bundle.write({ dir: join(dist, 'types'), format: 'es', entryFileNames: '[name].d.ts', chunkFileNames: 'chunks/[name]-[hash].d.ts' });
  await bundle.close();
  return output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
}
