import type { Chart, ChartConfiguration, ChartOptions } from 'chart.js';
import { nothing, type ReactiveController, type ReactiveElement, render, type TemplateResult } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import { complain } from '#data';
import { quiet } from '#state';
import { type ChartTheme, isInkChange, readTheme } from './chart-theme.ts';

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

/** In CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A place in the box, in its own CSS pixels. */
export interface Spot {
  x: number;
  y: number;
}

/** Where a drawing of some size has its places and values. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The middle of a category. */
  x: (category: number) => number;
  y: (value: number) => number;
}

/** How a view is drawn, twice: both keep to the same frame, so that the one can take the place of the other. */
export interface Looks<View, F extends Frame> {
  frame: (view: View, size: Size) => F;
  /** The first picture, in SVG. */
  svg: (view: View, frame: F) => TemplateResult;
  /** What Chart.js needs to know; loaded with it. */
  chart: () => Promise<Describe<View>>;
}

export type Describe<View> = (view: View, theme: ChartTheme) => ChartConfiguration;

/**
 * Keeps the drawing of a view in step with an element: `box` goes on the element that holds it, `show()` into the render. The first picture
 * is SVG, there with the card. Once someone points at it, walks into it or changes what it shows, Chart.js is fetched in a pause of the
 * page and takes over. Until then, and should it never come, nothing is missing: places are found by the frame, not by the library.
 *
 * Chart.js' own responsiveness stays off: its observers watch the whole page (a host adding 20,000 nodes beside 40 charts waits
 * 3.6 s instead of 0.03 s), and a chart made while detached stays 0 x 0. So do its events: they miss under zoom and transforms.
 */
export class ChartController<View, F extends Frame = Frame> implements ReactiveController {
  readonly box = createRef<HTMLElement>();
  readonly #host: ReactiveElement;
  readonly #looks: Looks<View, F>;
  readonly #observer = new ResizeObserver(() => this.#fit());
  #view: View | null = null;
  #drawn: View | null = null;
  #watched: HTMLElement | null = null;
  /** 0 x 0 until it has been laid out, and while it is hidden. */
  #size: Size = { width: 0, height: 0 };
  #frame: F | null = null;
  #wanted = false;
  #describe: Describe<View> | null = null;
  #config: ChartConfiguration | null = null;
  #chart: Chart | null = null;
  /** The first picture follows them by itself. */
  #forcedColors: MediaQueryList | null = null;

  constructor(host: ReactiveElement, looks: Looks<View, F>) {
    this.#host = host;
    this.#looks = looks;
    host.addController(this);
  }

  /** What to draw; null: nothing. The same object is drawn once, so keep it while nothing changes. */
  show(view: View | null): void {
    this.#view = view;
  }

  /** Where a category and a value lie; null as long as nothing is drawn. */
  locate(index: number, value: number | null): Spot | null {
    const frame = this.#frame;
    return frame && { x: frame.x(index), y: value === null ? frame.bottom : frame.y(value) };
  }

  /** The category under a pointer, not rounded. By the ratio of drawn to own size, which holds under zoom and transforms. */
  categoryAt({ clientX }: PointerEvent): number | null {
    const [box, frame] = [this.#watched, this.#frame];
    if (frame === null || box === null) return null;
    const { left, right } = box.getBoundingClientRect();
    const along = ((clientX - left) * box.offsetWidth) / (right - left);
    const [first, second] = [frame.x(0), frame.x(1)];
    return second > first ? (along - first) / (second - first) : 0;
  }

  /** Someone works with the chart: from now on Chart.js draws it, as soon as it is here. */
  want = (): void => {
    if (!this.#wanted) void this.#load();
  };

  hostConnected(): void {
    addEventListener('beforeprint', this.#beforePrint);
    addEventListener('afterprint', this.#afterPrint);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
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
    box.addEventListener('pointerenter', this.want);
    box.addEventListener('focus', this.want);
    // Tells the size once the page is laid out, before it is painted: to ask for it now would lay it out twice.
    this.#observer.observe(box);
  }

  async #load(): Promise<void> {
    const box = this.#watched;
    if (box === null) return;
    this.#wanted = true;
    await quiet();
    const code = await this.#code();
    if (code === null || this.#watched !== box) return;
    this.#describe = code.describe;
    try {
      this.#takeOver(code.parts, box);
    } catch (cause) {
      // Without a canvas, as some privacy tools have it.
      console.error('Could not draw a chart anew, its first picture stays.', cause);
    }
  }

  /** Null: it got lost. The first picture stays, with all that can be done with it. */
  async #code(): Promise<{ parts: Parts; describe: Describe<View> } | null> {
    try {
      const [parts, describe] = await Promise.all([chartSource.load(), this.#looks.chart()]);
      return { parts, describe };
    } catch {
      complain('IMPACT-025', `chart of <${this.#host.localName}>`);
      return null;
    }
  }

  #takeOver({ Chart }: Parts, box: HTMLElement): void {
    if (this.#view === null || this.#size.width === 0) return void (this.#wanted = false);
    const canvas = box.querySelector('canvas')!;
    [canvas.width, canvas.height] = [this.#size.width, this.#size.height];
    if (canvas.getContext('2d') === null) throw new Error('There is no canvas to draw on.');
    this.#config = this.#configOf(this.#view, box);
    this.#chart = new Chart(canvas, this.#config);
    this.#forcedColors = matchMedia('(forced-colors: active)');
    this.#forcedColors.addEventListener('change', this.#repaint);
    render(nothing, layerOf(box));
  }

  #draw(): void {
    const [box, view, size] = [this.#watched, this.#view, this.#drawnSize];
    if (box === null || view === null || size.width === 0) return;
    this.#frame = this.#looks.frame(view, size);
    if (this.#chart === null) render(this.#looks.svg(view, this.#frame), layerOf(box));
    else this.#update(this.#configOf(view, box));
    this.#drawn = view;
  }

  #configOf(view: View, box: HTMLElement): ChartConfiguration {
    const { data, options = {}, plugins = [], ...rest } = this.#describe!(view, readTheme(box));
    return { ...rest, data, plugins, options: Object.assign({}, options, OWN, { devicePixelRatio: ratioOf(box) }) };
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
    const { width, height } = this.#size;
    if (width === box.clientWidth && height === box.clientHeight) return;
    this.#size = { width: box.clientWidth, height: box.clientHeight };
    this.#resize();
    // What lies over the drawing moves with it.
    if (width > 0) this.#host.requestUpdate();
  }

  /** The pixel ratio is applied by a resize only. */
  #resize(): void {
    const { width, height } = this.#drawnSize;
    this.#draw();
    this.#chart?.resize(width, height);
  }

  get #drawnSize(): Size {
    return this.#watched?.hasAttribute('data-print') ? { ...this.#size, width: PAPER.width } : this.#size;
  }

  /** The first picture follows colours by itself. */
  #repaint = (): void => {
    if (this.#chart !== null) this.#draw();
  };

  #inkChanged = (event: Event): void => {
    if (isInkChange(event)) this.#repaint();
  };

  #beforePrint = (): void => {
    this.#watched?.setAttribute('data-print', '');
    this.#resize();
  };

  #afterPrint = (): void => {
    this.#watched?.removeAttribute('data-print');
    this.#resize();
  };

  #release(): void {
    const box = this.#watched;
    this.#observer.disconnect();
    box?.removeEventListener('transitionend', this.#inkChanged);
    box?.removeEventListener('pointerenter', this.want);
    box?.removeEventListener('focus', this.want);
    this.#chart?.destroy();
    this.#forcedColors?.removeEventListener('change', this.#repaint);
    this.#watched = null;
    this.#size = { width: 0, height: 0 };
    this.#frame = null;
    this.#wanted = false;
    this.#chart = null;
    this.#forcedColors = null;
    this.#config = null;
    this.#drawn = null;
  }
}

/** Where the first picture lies: of its own, so that a new size draws it alone and not the card around it. */
const layerOf = (box: HTMLElement): HTMLElement => box.querySelector<HTMLElement>('.first')!;

const ratioOf = (box: HTMLElement): number => (box.hasAttribute('data-print') ? Math.max(PAPER.ratio, devicePixelRatio) : devicePixelRatio);
