import { defineAs, ownTags, VERSION } from '#kit';
import { loadAll, tagOf } from './elements.ts';

/** What became of a name. */
export interface Registration {
  tag: string;
  /** False: somebody else had the name. */
  registered: boolean;
  version: string;
}

/**
 * Registers this copy of the library under names of its own, beside another version on the same page. `tag` gives the report one more
 * name, at once; `prefix` gives it to every element (`acme` makes `<acme-report>`, `<acme-hero>` ...), once all their code is here: wait
 * for it before writing them, because frameworks set attributes where they find no properties yet.
 * @throws {TypeError} No element can have such a name, or none is given.
 */
export function register(names: { tag: string }): Registration;
export function register(names: { prefix: string }): Promise<Registration[]>;
export function register(names: { tag: string } | { prefix: string }): Registration | Promise<Registration[]> {
  // From JavaScript anything may come, and what is not set would read as a name, too: <undefined-report>.
  const { tag, prefix } = (names ?? {}) as Partial<Record<'tag' | 'prefix', unknown>>;
  if (typeof tag === 'string') return name(tag, tagOf('report'));
  if (typeof prefix === 'string') return nameAll(prefix);
  throw new TypeError('Could not register: give a tag or a prefix, as a text.');
}

async function nameAll(prefix: string): Promise<Registration[]> {
  await loadAll('register()');
  return ownTags()
    .filter((tag) => tag.startsWith(tagOf('')))
    .map((tag) => name(`${prefix}-${tag.slice(tagOf('').length)}`, tag));
}

const name = (tag: string, publicTag: string): Registration => ({ tag, registered: defineAs(tag, publicTag), version: VERSION });
