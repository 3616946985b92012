import { complain } from '#data';
import { VERSION } from './version.ts';

/** Which tag each of our elements has, by its public one. */
const own = new Map<string, string>();
/** Every tag that an element has, its other names too. */
const all = new Map<string, string[]>();

/** Each copy of this library has its own. */
const THIS_COPY = Symbol(VERSION);
const CLAIMS = Symbol.for('qontak-impact.claims');

/** Who has which tag, for all copies on the page, from the moment on when a copy writes it: its code may come later than another's. */
const claims = (): Map<string, symbol> => ((customElements as { [CLAIMS]?: Map<string, symbol> })[CLAIMS] ??= new Map<string, symbol>());

/**
 * Registers a tag once. Two copies of this library on one page are normal (two teams, one shell): defining a tag again would throw
 * and stop the second copy altogether, so the first one wins, the console says it, and the second copy's elements get a name of their
 * own: its report is made of its own widgets, never of another version's.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const claimed = ownTag(tag);
  if (customElements.get(claimed) === element) return;
  const name = customElements.get(claimed) === undefined ? claimed : freeName(tag);
  if (name !== tag) complain('IMPACT-024', `<${tag}>, this is ${VERSION}`, 'warn');
  customElements.define(name, element);
  claim(tag, name);
  all.set(tag, [name]);
}

/**
 * Registers one of our elements under one more name. False: somebody has that name.
 * @throws {TypeError} No element can have it.
 */
export function defineAs(name: string, tag: string): boolean {
  if (customElements.get(name) !== undefined) return false;
  try {
    // A registry takes a class once.
    customElements.define(name, class extends customElements.get(ownTag(tag))! {});
  } catch (cause) {
    throw new TypeError(`Could not register <${name}>: give a name in lower case with a dash in it, such as acme-impact.`, { cause });
  }
  all.get(tag)!.push(name);
  return true;
}

/** The tag of our element. Who asks is about to write it, perhaps before its code is here: no other copy gets it any more. */
export function ownTag(tag: string): string {
  return own.get(tag) ?? claim(tag, isFree(tag) ? tag : freeName(tag));
}

/** The public tags that are registered. */
export const ownTags = (): string[] => [...all.keys()];

/** `hero`: what an element is, under whatever tag. */
export function nameOf({ localName }: Element): string {
  const [tag] = [...all].find(([, names]) => names.includes(localName)) ?? [localName];
  return tag.replace('qontak-impact-', '');
}

/** Finds the elements of these public tags, under whatever names. */
export const selectorOf = (...tags: string[]): string => tags.flatMap((tag) => all.get(tag) ?? tag).join(', ');

function claim(tag: string, name: string): string {
  claims().set(name, THIS_COPY);
  own.set(tag, name);
  return name;
}

function isFree(name: string): boolean {
  const claimedBy = claims().get(name);
  return customElements.get(name) === undefined && (claimedBy === undefined || claimedBy === THIS_COPY);
}

function freeName(tag: string): string {
  const versioned = `${tag}-v${VERSION.replaceAll('.', '-')}`;
  // The same version twice, as when two applications bundle it.
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? versioned : `${versioned}-${copy}`;
    if (isFree(name)) return name;
  }
}
