import type { Chart, ChartConfiguration, ChartOptions } from 'chart.js';
import type { ReactiveController, ReactiveElement } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import { type ChartTheme, isInkChange, readTheme } from './chart-theme.ts';
import { quiet } from '../quiet.ts';

type Parts = typeof import('./chart-parts.ts');

/** Where Chart.js comes from. An object, so that a test can let the loading fail. */
export const chartSource = { load: (): Promise<Parts> => import('./chart-parts.ts') };

/**
 * Pictures are printed at this many dots per CSS pixel at least, a screen's single one is blurred on paper; and laid out for about the
 * width of a sheet, else the letters of a wide window shrink with its picture.
 */
const PAPER = { ratio: 3, width: 640 };

/** Ours for every chart: see the controller. No animation: Chart.js does not ask whether the reader wants less of it. */
export const OWN = { responsive: false, maintainAspectRatio: false, animation: false, events: [] } satisfies ChartOptions;

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
  #config: ChartConfiguration | null = null;
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

  /** The category under a pointer, not rounded. By the ratio of drawn to own size, which holds under zoom and transforms. */
  categoryAt({ clientX }: PointerEvent): number | null {
    const box = this.#watched;
    if (this.#chart === null || box === null) return null;
    const { left, right } = box.getBoundingClientRect();
    const { x } = this.#chart.scales;
    const along = ((clientX - left) * box.offsetWidth) / (right - left);
    const step = x!.getPixelForValue(1) - x!.getPixelForValue(0);
    return step > 0 ? (along - x!.getPixelForValue(0)) / step : 0;
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
      if (this.#watched === box) this.#drawLate();
    } catch (cause) {
      this.#fail(cause);
    }
  }

  /** Drawn outside an update: what lies over the canvas can be placed from now on. */
  #drawLate(): void {
    this.#draw();
    this.#host.requestUpdate();
  }

  /** Also without a canvas context, as some privacy tools have it. Reported, not thrown: the table says the same. */
  #fail(cause: unknown): void {
    console.error('Could not draw a chart, its table is shown instead.', cause);
    this.failed = true;
    this.#release();
    this.#host.requestUpdate();
  }

  #draw(): void {
    const [box, view, parts] = [this.#watched, this.#view, this.#parts];
    if (box === null || view === null || parts === null || box.clientWidth === 0 || this.failed) return;
    try {
      const { data, options = {}, plugins = [], ...rest } = this.#configure(view, readTheme(box));
      const config = { ...rest, data, plugins, options: Object.assign({}, options, OWN, { devicePixelRatio: ratioOf(box) }) };
      if (this.#chart === null) this.#create(parts, box, config);
      else this.#update(config);
      this.#drawn = view;
    } catch (cause) {
      this.#fail(cause);
    }
  }

  #create({ Chart }: Parts, box: HTMLElement, config: ChartConfiguration): void {
    const canvas = box.querySelector('canvas')!;
    [canvas.width, canvas.height] = [box.clientWidth, box.clientHeight];
    if (canvas.getContext('2d') === null) throw new Error('There is no canvas to draw on.');
    this.#config = config;
    this.#chart = new Chart(canvas, config);
  }

  #update({ data, options = {}, plugins = [] }: ChartConfiguration): void {
    // The chart has no setter for its own plugins, but goes on reading the object that it was made with.
    Object.assign(this.#config!, { plugins });
    this.#chart!.data = data;
    this.#chart!.options = options;
    this.#chart!.update('none');
  }

  #fit(): void {
    const box = this.#watched;
    if (box === null || box.clientWidth === 0 || box.hasAttribute('data-print')) return;
    if (this.#chart === null) return this.#drawLate();
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
    const box = this.#watched;
    if (box === null) return;
    this.#draw();
    this.#chart?.resize(box.hasAttribute('data-print') ? PAPER.width : box.clientWidth, box.clientHeight);
  }

  #release(): void {
    this.#observer.disconnect();
    this.#watched?.removeEventListener('transitionend', this.#inkChanged);
    this.#chart?.destroy();
    this.#watched = null;
    this.#chart = null;
    this.#config = null;
    this.#drawn = null;
  }
}

const ratioOf = (box: HTMLElement): number => (box.hasAttribute('data-print') ? Math.max(PAPER.ratio, devicePixelRatio) : devicePixelRatio);
