import { nothing, type ReactiveController, type ReactiveElement, render } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import { complain } from '#data';
import { quiet } from '#state';
import { chartSource } from './chart-source.ts';
import type { Frame, Looks, Size, Spot } from './frame.ts';
import type { LiveChart } from './live-chart.ts';
import { isPrinting, setPrinting, sizeIn } from './paper.ts';

/**
 * Keeps the drawing of a view in step with an element: `box` goes on the element that holds it, `show()` into the render. The first picture
 * is SVG, there with the card. Once someone points at it, walks into it or changes what it shows, Chart.js is fetched in a pause of the
 * page and takes over. Until then, and should it never come, nothing is missing: places are found by the frame, not by the library.
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
  /** Null: the first picture stands. */
  #chart: LiveChart<View> | null = null;

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
    if (this.#view === null || this.#size.width === 0) return void (this.#wanted = false);
    const [{ Chart, LiveChart }, describe] = code;
    try {
      this.#chart = new LiveChart<View>(Chart, { box, describe, view: this.#view, size: this.#size });
      render(nothing, layerOf(box));
    } catch (cause) {
      console.error('Could not draw a chart anew, its first picture stays.', cause);
    }
  }

  /** Null: it got lost. The first picture stays, with all that can be done with it. */
  async #code() {
    try {
      return await Promise.all([chartSource.load(), this.#looks.chart()]);
    } catch {
      complain('IMPACT-025', `chart of <${this.#host.localName}>`);
      return null;
    }
  }

  #draw(): void {
    const [box, view] = [this.#watched, this.#view];
    if (box === null || view === null || this.#size.width === 0) return;
    this.#frame = this.#looks.frame(view, sizeIn(box, this.#size));
    if (this.#chart === null) render(this.#looks.svg(view, this.#frame), layerOf(box));
    else this.#chart.draw(view);
    this.#drawn = view;
  }

  #fit(): void {
    const box = this.#watched;
    if (box === null || box.clientWidth === 0 || isPrinting(box)) return;
    const { width, height } = this.#size;
    if (width === box.clientWidth && height === box.clientHeight) return;
    this.#size = { width: box.clientWidth, height: box.clientHeight };
    this.#resize(box);
    // What lies over the drawing moves with it.
    if (width > 0) this.#host.requestUpdate();
  }

  #resize(box: HTMLElement): void {
    this.#draw();
    this.#chart?.resize(sizeIn(box, this.#size));
  }

  readonly #beforePrint = (): void => this.#print(true);
  readonly #afterPrint = (): void => this.#print(false);

  #print(printing: boolean): void {
    const box = this.#watched;
    if (box === null) return;
    setPrinting(box, printing);
    this.#resize(box);
  }

  #release(): void {
    const box = this.#watched;
    this.#observer.disconnect();
    box?.removeEventListener('pointerenter', this.want);
    box?.removeEventListener('focus', this.want);
    this.#chart?.destroy();
    this.#watched = null;
    this.#size = { width: 0, height: 0 };
    this.#frame = null;
    this.#wanted = false;
    this.#chart = null;
    this.#drawn = null;
  }
}

/** Where the first picture lies: of its own, so that a new size draws it alone and not the card around it. */
const layerOf = (box: HTMLElement): HTMLElement => box.querySelector<HTMLElement>('.first')!;
