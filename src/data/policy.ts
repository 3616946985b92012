/** What lit-html makes its policy from. */
interface Rules {
  createHTML(html: string): string;
}

interface Factory {
  createPolicy(name: string, rules: Rules): unknown;
}

/** The name that a page allows in its `trusted-types`. */
const NAME = 'qontak-impact';
/** Two copies of ours, of whatever versions, meet here: a browser lets a name be taken only once. */
const SHARED = Symbol.for('qontak-impact.policy');

/**
 * The Trusted Types policy through which lit-html makes its templates. A build calls it where lit-html would make one by its own name,
 * which a Lit of the host may have taken already.
 * @param notAllowed - Said in the console when the page does not allow it. The build writes it in: nothing can be fetched any more then.
 * @throws {TypeError} The page does not allow the policy.
 */
export function sharedPolicy(factory: Factory, rules: Rules, notAllowed: string): unknown {
  const page = globalThis as { [SHARED]?: unknown };
  if (page[SHARED] !== undefined) return page[SHARED];
  try {
    const policy = factory.createPolicy(NAME, rules);
    Object.defineProperty(page, SHARED, { value: policy });
    return policy;
  } catch (cause) {
    console.error(notAllowed);
    throw cause;
  }
}
