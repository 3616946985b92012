import { lostCode } from '#data';

type PublicTag = Extract<keyof HTMLElementTagNameMap, `qontak-impact-${string}`>;

/** What can be placed alone: `report`, `hero`, `cost` and so on. */
export type ElementName = PublicTag extends `qontak-impact-${infer Name}` ? Name : never;

export const tagOf = (name: string): string => `qontak-impact-${name}`;

/** Every widget there is. One import for all: a host that names widgets one by one imports those alone. Its type makes all their names known. */
export const allSource = { load: (): Promise<typeof import('./all.ts')> => import('./all.ts') };

/** @param where - What wants them, for the console where they got lost. @throws {ReportError} */
export async function loadAll(where: string): Promise<void> {
  try {
    await allSource.load();
  } catch (cause) {
    throw lostCode(where, cause);
  }
}
