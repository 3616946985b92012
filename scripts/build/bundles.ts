// The JavaScript: everything of others is in it, so that a host's Chart.js, i18next or zod and ours never meet.
import { join } from 'node:path';
import { build, mergeConfig, type Rolldown, type UserConfig } from 'vite';
import { shipped } from '../../vite.config.ts';
import { ENTRIES, ROOT } from './entries.ts';

type Chunk = Rolldown.OutputChunk;

const inRoot = (file: string): string => join(ROOT, file);

/** Builds for browsers without a bundler behind us that would say what `process` is. */
async function bundle(outDir: string, input: Readonly<Record<string, string>>, output: Rolldown.OutputOptions): Promise<Chunk[]> {
  const config: UserConfig = {
    root: ROOT,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      // The lazy part is Chart.js; the one file holds all of it.
      chunkSizeWarningLimit: 1000,
      minify: output.minify === true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, inRoot(file)])),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', ...output },
      },
    },
  };
  const built = (await build({ configFile: false, ...mergeConfig(shipped, config) })) as Rolldown.RolldownOutput;
  return built.output.filter((part) => part.type === 'chunk');
}

/** For bundlers: readable, since theirs makes it small, and a reviewer reads what runs. */
export const buildEsm = (dist: string): Promise<Chunk[]> => bundle(join(dist, 'esm'), ENTRIES, { minify: false });
