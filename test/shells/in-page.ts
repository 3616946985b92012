// What situations do and read in the page, and in its texts.
import type { libraries } from '../../demo/shells/host/libraries.ts';

/** A shell without a bundler has no query client. */
type Libraries = Omit<typeof libraries, 'queries'> & Partial<typeof libraries>;

/** Counts the frames in which old figures can still be read: from now on, from the choice of something else on, or once they have gone. */
export function watchFor(old: string, from: 'now' | 'at change' | 'once gone'): void {
  let begun = from !== 'once gone';
  const look = (): void => {
    const shows = tools.textIn(tools.report() ?? document.createElement('i')).includes(old);
    if (begun && shows) tools.seen += 1;
    begun ||= !shows;
    requestAnimationFrame(look);
  };
  if (from !== 'at change') look();
  else document.addEventListener('change', () => requestAnimationFrame(look), { once: true });
}

/** After a sign-out: elements of ours, frames, and whatever the browser keeps for the page. */
export async function whatIsLeft(): Promise<string[]> {
  const elements = tools.elementsIn(document).filter(({ localName }) => localName.startsWith('qontak-impact-') || localName === 'iframe');
  const databases = await indexedDB.databases();
  return [
    ...elements.map(({ localName }) => localName),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(document.cookie === '' ? [] : [document.cookie]),
    ...(await caches.keys()),
    ...databases.map(({ name }) => name ?? 'a database'),
    ...(location.hash.includes('chat') ? [location.hash] : []),
  ];
}

export const isGone = (old: string): boolean => !tools.textIn(tools.report()!).includes(old);

/** Tags that both reports are made of. */
export function sharedTags(): string[] {
  const tagsIn = (report: Element): string[] => tools.elementsIn(report.shadowRoot!).map(({ localName }) => localName);
  const others = new Set(tagsIn(document.querySelector('#other > *')!));
  return tagsIn(tools.report()!).filter((tag) => tag.includes('-') && others.has(tag));
}

/** Pixels of a chart in the colour that the shell gives to all charts. */
export function redPixelsOf(canvas: Element): number {
  const { width, height } = canvas as HTMLCanvasElement;
  const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
  let red = 0;
  for (let i = 0; i < data.length; i += 4) red += Number(data[i] === 255 && data[i + 1] === 0 && data[i + 2] === 0 && data[i + 3] === 255);
  return red;
}

/** What the shell has set for its own libraries, and what they hold. */
export function ownLibraries(): object {
  const { Chart, drawnOn, z, queries } = (globalThis as unknown as { libraries: Libraries }).libraries;
  return {
    defaults: JSON.stringify(Chart.defaults),
    charts: Object.keys(Chart.instances).length,
    drawnOn: drawnOn.size,
    parts: Object.keys((Chart.registry.plugins as unknown as { items: object }).items).toSorted(),
    zod: z.config().customError?.({} as never) ?? null,
    queries:
      queries
        ?.getQueryCache()
        .getAll()
        .map(({ queryKey, state }) => [queryKey, state.data]) ?? null,
  };
}

/** Whether someone who points at the corners of an element meets it, and not something above it or nothing. */
export function cornersSeen(element: Element): boolean[] {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const root = element.getRootNode() as ShadowRoot;
  const inset = 20;
  const corners = [left + inset, right - inset].flatMap((x) => [top + inset, bottom - inset].map((y) => [x, y] as const));
  return corners.map(([x, y]) => element.contains(root.elementFromPoint(x, y)));
}

/** The figure of the report. */
export const solved = (text: string): string => /AI solved \d+ [^,]+/.exec(text)![0];

/** Where a text first is another one. */
export function differenceOf(before: string, after: string): string | null {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  return before === after ? null : `${before.slice(at, at + 80)} -> ${after.slice(at, at + 80)}`;
}
