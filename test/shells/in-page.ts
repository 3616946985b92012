// What situations do and read in the page.
import type { libraries } from '../../demo/shells/host/libraries.ts';

/** A shell without a bundler has no query client. */
type Libraries = Omit<typeof libraries, 'queries'> & Partial<typeof libraries>;

/** Counts the frames in which old figures can still be read, from the choice of something else on, or once they have gone. */
export function watchFor(old: string, onceGone: boolean): void {
  let begun = !onceGone;
  const look = (): void => {
    const shows = tools.textIn(tools.report() ?? document.createElement('i')).includes(old);
    if (begun && shows) tools.seen += 1;
    begun ||= !shows;
    requestAnimationFrame(look);
  };
  if (onceGone) look();
  else document.addEventListener('change', () => requestAnimationFrame(look), { once: true });
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
