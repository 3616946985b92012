// The JavaScript: everything of others is in it, so that a host's Chart.js, i18next or zod and ours never meet.
import { join } from 'node:path';
import { build, mergeConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { shipped } from '../../vite.config.ts';
import { compileHint } from './compile-hint.ts';
import { ENTRIES, PACKAGE_NAME, REPOSITORY, ROOT, WRAPPERS } from './entries.ts';

export type Chunk = Rolldown.OutputChunk;

/** As a library: without the loader that Vite gives its pages. */
async function bundle(outDir: string, entry: Readonly<Record<string, string>>, output: Rolldown.OutputOptions, wrapper: UserConfig = {}): Promise<Chunk[]> {
  const config: UserConfig = {
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    // A library leaves this question to its consumer's bundler; a page without one has no answer.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      chunkSizeWarningLimit: 1000,
      minify: output.minify === true,
      lib: { entry: Object.fromEntries(Object.entries(entry).map(([name, file]) => [name, join(ROOT, file)])), formats: ['es'] },
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', ...output } },
    },
  };
  const built = (await build({ configFile: false, ...mergeConfig(mergeConfig(shipped, config), wrapper) })) as Rolldown.RolldownOutput[];
  return built.flatMap((one) => one.output).filter((part) => part.type === 'chunk');
}

/** For bundlers: readable, since theirs makes it small, and a reviewer reads what runs. */
export const buildEsm = (dist: string): Promise<Chunk[]> => bundle(join(dist, 'esm'), ENTRIES, { minify: false });

/** What a wrapper asks for are the entries beside it: those of browsers in one folder, those of servers in the other. */
const besides: Plugin = {
  name: 'besides',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^#(embed|report|widgets\/)/ },
    handler: (id) => ({ id: `./${id === '#embed' ? 'index' : id.replace(/^#(widgets\/)?/, '')}.js`, external: true }),
  },
};

/** The frameworks themselves are the consumer's. */
export async function buildWrappers(dist: string): Promise<void> {
  const consumers: UserConfig = { plugins: [besides], build: { rolldownOptions: { external: ['react', 'vue'] } } };
  for (const folder of ['esm', 'node']) {
    // One by one, so that each is one file.
    for (const [name, file] of Object.entries(WRAPPERS)) await bundle(join(dist, folder), { [name]: file }, { minify: false, codeSplitting: false }, consumers);
  }
}

const BANNER = `/*! ${PACKAGE_NAME} ${REPOSITORY.version}, with code of others: THIRD-PARTY-LICENSES.txt */`;

/** In the files that hold code of others, not in the forty that hold none: each would be a tenth of a KB larger. */
const bannerOf = ({ moduleIds }: Rolldown.RenderedChunk): string => (moduleIds.some((id) => id.includes('/node_modules/')) ? BANNER : '');

/** For pages without a bundler: one file with everything, whose one hash covers all of it, and the same in parts that come when they are wanted. */
export async function buildCdn(folder: string): Promise<void> {
  await bundle(folder, { impact: ENTRIES.register! }, { minify: true, postBanner: bannerOf, codeSplitting: false });
  await bundle(join(folder, 'split'), ENTRIES, { minify: true, postBanner: (chunk) => [bannerOf(chunk), compileHint(chunk)].filter(Boolean).join('\n') });
}
