// What a page without a bundler downloads of the build in parts, compressed with brotli.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseSync } from 'vite';

interface Imports {
  first: string[];
  later: string[];
}

const SPLIT = 'split';

/** Weighs the files of one build; each is compressed once, which takes half a second for the largest. */
export class Weights {
  readonly #cdn: string;
  readonly #known = new Map<string, number>();

  /** @param cdn Its folder. */
  constructor(cdn: string) {
    this.#cdn = cdn;
  }

  /** Bytes of a file. */
  of(file: string): number {
    const bytes = this.#known.get(file) ?? brotliCompressSync(readFileSync(join(this.#cdn, file))).length;
    this.#known.set(file, bytes);
    return bytes;
  }

  sum(files: Iterable<string>): number {
    return [...files].reduce((total, file) => total + this.of(file), 0);
  }

  /** The files that stand between an entry and what it draws first. */
  first(entry: string): Set<string> {
    return this.#reach(join(SPLIT, `${entry}.js`), ({ first }) => first);
  }

  /** These, and all that may be asked for later. */
  all(entry: string): Set<string> {
    return this.#reach(join(SPLIT, `${entry}.js`), ({ first, later }) => [...first, ...later]);
  }

  #reach(file: string, lead: (imports: Imports) => string[], seen = new Set<string>()): Set<string> {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const next of lead(this.#importsOf(file))) this.#reach(next, lead, seen);
    return seen;
  }

  #importsOf(file: string): Imports {
    const source = readFileSync(join(this.#cdn, file), 'utf8');
    const { module } = parseSync(file, source);
    const resolve = (specifier: string): string => join(file, '..', specifier);
    return {
      first: [
        ...module.staticImports.map((one) => one.moduleRequest.value),
        ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
      ].map(resolve),
      later: module.dynamicImports.map((one) => resolve(source.slice(one.moduleRequest.start + 1, one.moduleRequest.end - 1))),
    };
  }
}
