import type { Plugin } from 'vite';

// What libraries bring along that nothing of ours can reach, and no bundler can know. QueryClient holds code to write and to grow lists page
// by page, but settings are written by requests of our own: 1.4 KB before the first figure. Chart.js mixes colours where something moves or
// is hovered, which it never is here: 3.5 KB.

interface Unused {
  /** What the file offers, in this version of the library. */
  exports: string;
  /** As much of it as is called. */
  code: string;
}

const UNUSED: Readonly<Record<string, Unused>> = {
  mutationCache: {
    exports: 'MutationCache',
    code: 'export class MutationCache { resumePausedMutations() { return Promise.resolve(); } clear() {} }',
  },
  infiniteQueryBehavior: {
    exports: 'hasNextPage, hasPreviousPage, infiniteQueryBehavior',
    code: 'export const infiniteQueryBehavior = () => undefined; export const hasNextPage = () => false; export const hasPreviousPage = () => false;',
  },
  'color.esm': {
    exports:
      'Color, b2n, b2p, hexParse, hexString, hsl2rgb, hslString, hsv2rgb, hueParse, hwb2rgb, index_esm as default, lim, n2b, n2p, nameParse, p2b, rgb2hsl, rgbParse, rgbString, rotate, round',
    code: 'export class Color { constructor(said) { this.said = said; } saturate() { return this; } darken() { return this; } hexString() { return this.said; } }',
  },
};

const FILE = /\/(?:query-core\/build\/modern\/(mutationCache|infiniteQueryBehavior)|@kurkle\/color\/dist\/(color\.esm))\.js$/;

/** @throws {Error} When the library has changed what the file offers. */
export function withoutUnused(file: string, code: string): string {
  const { exports, code: rest } = UNUSED[file]!;
  const names = /export \{([^}]*)\}/.exec(code)?.[1] ?? '';
  const offered = names
    .split(',')
    .map((name) => name.trim())
    .toSorted()
    .join(', ');
  if (offered !== exports)
    throw new Error(`Could not leave out most of ${file}.js: it exports ${offered}. See what is called of it in this version, and say so here.`);
  return rest;
}

export const leaveOut: Plugin = {
  name: 'leave-out',
  apply: 'build',
  transform: {
    filter: { id: FILE },
    handler: (code, id) => {
      const [, core, color] = FILE.exec(id)!;
      return { code: withoutUnused((core ?? color)!, code), map: null };
    },
  },
};
