import { lostCode } from '#data';

type WaysOut = typeof import('#widgets/share/out');

/** How figures leave the page, fetched when a method is called that needs it. An object, so that a test can let the loading fail. */
export const waysOut = { load: (): Promise<WaysOut> => import('#widgets/share/out') };

/**
 * Does what a method was called for that takes figures out of the page. A host that calls it in the handler of a click looks at nothing:
 * why nothing came of it stands in the console then, and no rejection is unhandled.
 */
export function takeOut(method: string, how: (ways: WaysOut) => Promise<void>): Promise<void> {
  const work = waysOut.load().then(how, (cause: unknown) => {
    throw lostCode(method, cause);
  });
  work.catch(() => undefined);
  return work;
}
