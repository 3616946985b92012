// The JavaScript: everything of others is in it, so that a host's Chart.js, i18next or zod and ours never meet.
import { join } from 'node:path';
import { build, mergeConfig, type Rolldown, type UserConfig } from 'vite';
import { shipped } from '../../vite.config.ts';
import { ENTRIES, PACKAGE_NAME, REPOSITORY, ROOT } from './entries.ts';

export type Chunk = Rolldown.OutputChunk;

/** As a library: without the loader that Vite gives its pages. */
async function bundle(outDir: string, entry: Readonly<Record<string, string>>, output: Rolldown.OutputOptions): Promise<Chunk[]> {
  const config: UserConfig = {
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    // A library leaves this question to its consumer's bundler; a page without one has no answer.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 1000,
      minify: output.minify === true,
      lib: { entry: Object.fromEntries(Object.entries(entry).map(([name, file]) => [name, join(ROOT, file)])), formats: ['es'] },
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', ...output } },
    },
  };
  const built = (await build({ configFile: false, ...mergeConfig(shipped, config) })) as Rolldown.RolldownOutput[];
  return built.flatMap((one) => one.output).filter((part) => part.type === 'chunk');
}

/** For bundlers: readable, since theirs makes it small, and a reviewer reads what runs. */
export const buildEsm = (dist: string): Promise<Chunk[]> => bundle(join(dist, 'esm'), ENTRIES, { minify: false });

/** For pages without a bundler: one file with everything, whose one hash covers all of it, and the same in parts that come when they are wanted. */
export async function buildCdn(folder: string): Promise<void> {
  const small: Rolldown.OutputOptions = {
    minify: true,
    postBanner: `/*! ${PACKAGE_NAME} ${REPOSITORY.version}, with code of others: THIRD-PARTY-LICENSES.txt */`,
  };
  await bundle(folder, { impact: ENTRIES.register! }, { ...small, codeSplitting: false });
  await bundle(join(folder, 'split'), ENTRIES, small);
}
