// The code that lays out a picture, d3-sankey with it, is a piece of its own: the first words and a telephone do without it.
import { complain } from '#data';

type Module = typeof import('./journey.layout.ts');

/** An object, so that a test can let the loading fail. */
export const layoutSource = {
  load: (): Promise<Module> => import('./journey.layout.ts'),
  /** Once it is here, every journey is drawn at once. Null: it could not be had, and the list says the same. */
  layout: undefined as Module['journeyLayout'] | null | undefined,
};

let asked: Promise<void> | null = null;

/** Loads it once for all. */
export function loadLayout(): Promise<void> {
  asked ??= load();
  return asked;
}

async function load(): Promise<void> {
  try {
    layoutSource.layout = (await layoutSource.load()).journeyLayout;
  } catch {
    // A piece of code that got lost on the way is no failure of the report.
    layoutSource.layout = null;
    complain('IMPACT-025', 'picture of <qontak-impact-journey>');
  } finally {
    asked = null;
  }
}
