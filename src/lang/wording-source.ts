// Where a host's own wording is understood. i18next is 14 KB that a page without such wording never loads.

type Wording = typeof import('./wording.ts');

/** An object, so that a test can let the loading fail. */
export const wordingSource = {
  load: (): Promise<Wording> => import('./wording.ts'),
  /** Null: not here yet, or not to be had; the widgets then speak our words. */
  wording: null as Wording | null,
  /** Told of each name in a host's wording that no text of ours has. */
  strange: (_name: string): void => undefined,
};

/** False: it got lost on the way, which is no failure of the report. */
export async function loadWording(strange = wordingSource.strange): Promise<boolean> {
  wordingSource.strange = strange;
  try {
    wordingSource.wording ??= await wordingSource.load();
    return true;
  } catch {
    return false;
  }
}
