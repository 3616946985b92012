import type { Plugin } from 'vite';

// Of query-core what reads. Settings are written by requests of our own, and no list of ours grows page by page; QueryClient brings the
// code for both along, 2 KB that would come before the first figure.

interface Unused {
  /** What the file offers, in this version of the library. */
  exports: readonly string[];
  /** As much of it as QueryClient calls. */
  code: string;
}

const UNUSED: Readonly<Record<string, Unused>> = {
  mutationCache: {
    exports: ['MutationCache'],
    code: 'export class MutationCache { resumePausedMutations() { return Promise.resolve(); } clear() {} }',
  },
  infiniteQueryBehavior: {
    exports: ['hasNextPage', 'hasPreviousPage', 'infiniteQueryBehavior'],
    code: 'export const infiniteQueryBehavior = () => undefined; export const hasNextPage = () => false; export const hasPreviousPage = () => false;',
  },
};

/** @throws {Error} When the library has changed what the file offers. */
export function withoutUnused(file: string, code: string): string {
  const { exports, code: rest } = UNUSED[file]!;
  const offered =
    /export \{([^}]*)\}/
      .exec(code)?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .toSorted() ?? [];
  if (offered.join() !== exports.join()) {
    throw new Error(
      `Could not leave out query-core's ${file}: it exports ${offered.join(', ')}. See what QueryClient calls of it in this version, and say so here.`,
    );
  }
  return rest;
}

export const readsOnly: Plugin = {
  name: 'reads-only',
  apply: 'build',
  transform: {
    filter: { id: /\/query-core\/build\/modern\/(mutationCache|infiniteQueryBehavior)\.js$/ },
    handler: (code, id) => ({ code: withoutUnused(/(\w+)\.js$/.exec(id)![1]!, code), map: null }),
  },
};
