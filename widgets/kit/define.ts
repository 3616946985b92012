import { VERSION } from './version.ts';

/**
 * Registers a tag once. Two copies of this library on one page are normal (two teams, one shell): defining a tag again would throw
 * and stop the second copy altogether, so the first one wins and the console says it.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (known === element) return;
  if (known !== undefined) {
    console.warn(`<${tag}> is registered already; the version that came first stays, ${VERSION} is not used. Load the library once.`);
    return;
  }
  customElements.define(tag, element);
}
