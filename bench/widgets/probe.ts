// Runs inside the measured page, before anything of its own.
import type { Marks } from './pages.ts';

interface Seen {
  /** When a reader first saw it, in ms since navigation; null: not yet. */
  hero: number | null;
  charts: (number | null)[];
  /** Milliseconds in which the page could not have answered a click, after the first 50 of each long task. */
  blocking: number;
  /** When the last long task ended. */
  busyUntil: number;
  shift: number;
}

declare global {
  var bench: { seen: Seen; shown: (path: string) => boolean };
}

/** Looks at every frame for what the page is waited for, and listens to what the browser says of tasks and shifts. */
export function watch({ hero, charts }: Marks): void {
  const painted = new WeakSet<Element>();
  const { prototype } = CanvasRenderingContext2D;
  for (const name of ['stroke', 'fill'] as const) {
    const draw = prototype[name] as (this: CanvasRenderingContext2D, ...args: unknown[]) => void;
    prototype[name] = function (this: CanvasRenderingContext2D, ...args: unknown[]) {
      painted.add(this.canvas);
      draw.apply(this, args);
    };
  }
  const find = (path: string): Element | null => {
    let root: ParentNode | null = document;
    let hit: Element | null = null;
    for (const step of path.split(' >>> ')) {
      hit = root?.querySelector(step) ?? null;
      root = hit?.shadowRoot ?? null;
    }
    return hit;
  };
  const shown = (path: string): boolean => {
    const hit = find(path);
    if (hit === null) return false;
    if (hit instanceof HTMLCanvasElement) return painted.has(hit);
    return hit instanceof SVGElement || /\d/.test(hit.textContent);
  };
  const seen: Seen = { hero: null, charts: charts.map(() => null), blocking: 0, busyUntil: 0, shift: 0 };
  globalThis.bench = { seen, shown };
  // A message comes right after the frame that is being made: by then the reader sees it.
  const afterFrame = (note: (now: number) => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => note(performance.now()), { once: true });
    port1.start();
    port2.postMessage(null);
  };
  const look = (): void => {
    if (seen.hero === null && shown(hero)) afterFrame((now) => (seen.hero ??= now));
    charts.forEach((path, i) => {
      if (seen.charts[i] === null && shown(path)) afterFrame((now) => (seen.charts[i] ??= now));
    });
    if (seen.hero === null || seen.charts.includes(null)) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.blocking += duration - 50;
      seen.busyUntil = startTime + duration;
    }
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
