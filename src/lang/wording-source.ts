// Where a host's own wording is understood. i18next is 14 KB that a page without such wording never loads.

type Wording = typeof import('./wording.ts');

/** An object, so that a test can let the loading fail. */
export const wordingSource = {
  load: (): Promise<Wording> => import('./wording.ts'),
  /** Null: not here yet, or not to be had; the widgets then speak our words. */
  wording: null as Wording | null,
};

/** @throws Nothing: a piece of code that got lost on the way is no failure of the report. */
export async function loadWording(): Promise<void> {
  try {
    wordingSource.wording ??= await wordingSource.load();
  } catch (cause) {
    console.error("Could not load what reads a host's own wording, our words are shown instead.", cause);
  }
}
