// What the package offers, one name for each way in: `.` is the interface for shells, `./register` registers every element at once,
// `./hero` and the like register one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** What the repository's own package.json says and the published one repeats. */
export const REPOSITORY = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
  description: string;
  license: string;
  imports: Record<string, string>;
};

export const PACKAGE_NAME = '@qontak/impact-report';

/** The elements by their names: every widget that registers a tag. */
export const ELEMENTS: readonly string[] = readdirSync(join(ROOT, 'widgets'))
  .filter((name) => name !== 'kit' && existsSync(join(ROOT, 'widgets', name, 'index.ts')))
  .sort();

/** Name of an entry to its source, from the root. */
export const ENTRIES: Readonly<Record<string, string>> = {
  index: 'src/embed/index.ts',
  register: 'entries/register.ts',
  ...Object.fromEntries(ELEMENTS.map((name) => [name, `widgets/${name}/index.ts`])),
};

/** Components for a framework that the consumer has: the same file for browsers and servers, beside the entries that it asks for. */
export const WRAPPERS: Readonly<Record<string, string>> = { react: 'entries/react.ts', vue: 'entries/vue.ts' };
