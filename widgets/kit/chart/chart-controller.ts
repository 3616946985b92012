import type { Chart, ChartConfiguration, ChartOptions } from 'chart.js';
import type { ReactiveController, ReactiveElement } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import { type ChartTheme, isInkChange, readTheme } from './chart-theme.ts';

type Parts = typeof import('./chart-parts.ts');

/** Where Chart.js comes from. An object, so that a test can let the loading fail. */
export const chartSource = { load: (): Promise<Parts> => import('./chart-parts.ts') };

/** Pictures are printed at this many dots per CSS pixel at least: a screen's single one is blurred on paper. */
const PRINT_RATIO = 3;

/** Ours for every chart: see the controller. No animation: Chart.js does not ask whether the reader wants less of it. */
const OWN = { responsive: false, maintainAspectRatio: false, animation: false, events: [] } satisfies ChartOptions;

/** A place in the box, in its own CSS pixels. */
export interface Spot {
  x: number;
  y: number;
}

/**
 * Keeps one Chart.js drawing in step with an element: `box` goes on the element that holds the canvas, `show()` into the render.
 * It loads the library when the page is quiet, follows size, theme and print, and frees everything when the element leaves.
 *
 * Chart.js' own responsiveness stays off: its observers watch the whole page (a host adding 20,000 nodes beside 40 charts waits
 * 3.6 s instead of 0.03 s), and a chart made while detached stays 0 x 0. So do its events: they miss under zoom and transforms.
 */
export class ChartController<View> implements ReactiveController {
  readonly box = createRef<HTMLElement>();
  /** The library could not be loaded or cannot draw here: show the table instead. */
  failed = false;
  readonly #host: ReactiveElement;
  readonly #configure: (view: View, theme: ChartTheme) => ChartConfiguration;
  readonly #forcedColors = matchMedia('(forced-colors: active)');
  readonly #observer = new ResizeObserver(() => this.#fit());
  #view: View | null = null;
  #drawn: View | null = null;
  #watched: HTMLElement | null = null;
  #parts: Parts | null = null;
  #chart: Chart | null = null;

  constructor(host: ReactiveElement, configure: (view: View, theme: ChartTheme) => ChartConfiguration) {
    this.#host = host;
    this.#configure = configure;
    host.addController(this);
  }

  /** What to draw; null: nothing. The same object is drawn once, so keep it while nothing changes. */
  show(view: View | null): void {
    this.#view = view;
  }

  /** Where a category and a value lie; null as long as nothing is drawn. */
  locate(index: number, value: number | null): Spot | null {
    if (this.#chart === null) return null;
    const { scales, chartArea } = this.#chart;
    return { x: scales.x!.getPixelForValue(index), y: value === null ? chartArea.bottom : scales.y!.getPixelForValue(value) };
  }

  /** The category under a pointer. By the ratio of drawn to own size, which holds under zoom and transforms. */
  indexAt({ clientX }: PointerEvent): number | null {
    const box = this.#watched;
    if (this.#chart === null || box === null) return null;
    const { left, width } = box.getBoundingClientRect();
    const x = ((clientX - left) * box.offsetWidth) / width;
    const index = this.#chart.scales.x!.getValueForPixel(x);
    return index === undefined || Number.isNaN(index) ? null : Math.min(Math.max(Math.round(index), 0), (this.#chart.data.labels?.length ?? 1) - 1);
  }

  hostConnected(): void {
    this.failed = false;
    this.#forcedColors.addEventListener('change', this.#repaint);
    addEventListener('beforeprint', this.#beforePrint);
    addEventListener('afterprint', this.#afterPrint);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#forcedColors.removeEventListener('change', this.#repaint);
    removeEventListener('beforeprint', this.#beforePrint);
    removeEventListener('afterprint', this.#afterPrint);
    // A move within the page disconnects and connects at once: only who stays away loses the drawing.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#release();
    });
  }

  hostUpdated(): void {
    const box = this.#view === null ? null : (this.box.value ?? null);
    if (box !== this.#watched) {
      this.#release();
      if (box !== null) this.#follow(box);
    }
    if (this.#view !== this.#drawn) this.#draw();
  }

  #follow(box: HTMLElement): void {
    this.#watched = box;
    box.addEventListener('transitionend', this.#inkChanged);
    this.#observer.observe(box);
    void this.#load(box);
  }

  async #load(box: HTMLElement): Promise<void> {
    try {
      await quiet();
      if (this.#watched !== box) return;
      this.#parts = await chartSource.load();
      if (this.#watched === box) this.#draw();
    } catch {
      this.#fail();
    }
  }

  /** Also without a canvas context, as some privacy tools and very small devices have it. */
  #fail(): void {
    this.failed = true;
    this.#release();
    this.#host.requestUpdate();
  }

  #draw(): void {
    const [box, view, parts] = [this.#watched, this.#view, this.#parts];
    if (box === null || view === null || parts === null || box.clientWidth === 0 || this.failed) return;
    const { data, options = {}, plugins = [], ...rest } = this.#configure(view, readTheme(box));
    const own = Object.assign({}, options, OWN, { devicePixelRatio: ratioOf(box) });
    if (this.#chart === null) {
      const canvas = box.querySelector('canvas')!;
      [canvas.width, canvas.height] = [box.clientWidth, box.clientHeight];
      if (canvas.getContext('2d') === null) return this.#fail();
      this.#chart = new parts.Chart(canvas, { ...rest, data, options: own, plugins });
      // What lies over the canvas can be placed from now on.
      this.#host.requestUpdate();
    } else {
      this.#chart.config.plugins = plugins;
      this.#chart.data = data;
      this.#chart.options = own;
      this.#chart.update('none');
    }
    this.#drawn = view;
  }

  #fit(): void {
    const box = this.#watched;
    if (box === null || box.clientWidth === 0 || box.hasAttribute('data-print')) return;
    if (this.#chart === null) return this.#draw();
    if (this.#chart.width === box.clientWidth && this.#chart.height === box.clientHeight) return;
    this.#chart.resize(box.clientWidth, box.clientHeight);
    this.#host.requestUpdate();
  }

  #repaint = (): void => this.#draw();

  #inkChanged = (event: Event): void => {
    if (isInkChange(event)) this.#repaint();
  };

  #beforePrint = (): void => {
    this.#watched?.setAttribute('data-print', '');
    this.#reprint();
  };

  #afterPrint = (): void => {
    this.#watched?.removeAttribute('data-print');
    this.#reprint();
  };

  /** The pixel ratio is applied by a resize only. */
  #reprint(): void {
    this.#draw();
    if (this.#chart !== null) this.#chart.resize(this.#chart.width, this.#chart.height);
  }

  #release(): void {
    this.#observer.disconnect();
    this.#watched?.removeEventListener('transitionend', this.#inkChanged);
    this.#chart?.destroy();
    this.#watched = null;
    this.#chart = null;
    this.#drawn = null;
  }
}

const ratioOf = (box: HTMLElement): number => (box.hasAttribute('data-print') ? Math.max(PRINT_RATIO, devicePixelRatio) : devicePixelRatio);

/**
 * After the frame in which the figures appear, in a pause of the page: evaluating the library before that frame would hold them up.
 * Not only once visible: who prints wants the charts further down too. Safari knows no idle callback.
 */
async function quiet(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 500 });
    else setTimeout(resolve, 50);
  });
}
