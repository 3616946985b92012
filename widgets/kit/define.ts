import { complain } from '#data';
import { VERSION } from './version.ts';

/** Which tag each of our elements has, by its public one. */
const own = new Map<string, string>();
/** Every tag that an element has, its other names too. */
const all = new Map<string, string[]>();

/**
 * Registers a tag once. Two copies of this library on one page are normal (two teams, one shell): defining a tag again would throw
 * and stop the second copy altogether, so the first one wins, the console says it, and the second copy's elements get a name of their
 * own: its report is made of its own widgets, never of another version's.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (known === element) return;
  const name = known === undefined ? tag : freeName(tag);
  if (name !== tag) complain('IMPACT-024', `<${tag}>, this is ${VERSION}`, 'warn');
  customElements.define(name, element);
  own.set(tag, name);
  all.set(tag, [name]);
}

/** Registers one of our elements under one more name. False: somebody has that name. */
export function defineAs(name: string, tag: string): boolean {
  if (customElements.get(name) !== undefined) return false;
  // A registry takes a class once.
  customElements.define(name, class extends customElements.get(ownTag(tag))! {});
  all.get(tag)!.push(name);
  return true;
}

/** The tag under which our element is registered; the public one before it is registered at all. */
export const ownTag = (tag: string): string => own.get(tag) ?? tag;

/** The public tags that are registered. */
export const ownTags = (): string[] => [...own.keys()];

/** `hero`: what an element is, under whatever tag. */
export function nameOf({ localName }: Element): string {
  const [tag] = [...all].find(([, names]) => names.includes(localName)) ?? [localName];
  return tag.replace('qontak-impact-', '');
}

/** Finds the elements of these public tags, under whatever names. */
export const selectorOf = (...tags: string[]): string => tags.flatMap((tag) => all.get(tag) ?? tag).join(', ');

function freeName(tag: string): string {
  const versioned = `${tag}-v${VERSION.replaceAll('.', '-')}`;
  // The same version twice, as when two applications bundle it.
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? versioned : `${versioned}-${copy}`;
    if (customElements.get(name) === undefined) return name;
  }
}
