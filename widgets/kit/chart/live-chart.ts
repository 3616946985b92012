import type { Chart, ChartConfiguration } from 'chart.js';
import { OWN } from './chart-source.ts';
import { isInkChange, readTheme } from './chart-theme.ts';
import type { Describe, Size } from './frame.ts';
import { ratioIn } from './paper.ts';

interface Options<View> {
  /** With the canvas in it. */
  box: HTMLElement;
  describe: Describe<View>;
  view: View;
  size: Size;
}

/** What Chart.js draws in a box. It follows the colours around it, as the first picture does by itself. */
export class LiveChart<View> {
  readonly #box: HTMLElement;
  readonly #describe: Describe<View>;
  readonly #config: ChartConfiguration;
  readonly #chart: Chart;
  readonly #forcedColors = matchMedia('(forced-colors: active)');
  #view: View;

  /** @throws {Error} Without a canvas, as some privacy tools have it. */
  constructor(Library: typeof Chart, { box, describe, view, size }: Options<View>) {
    const canvas = box.querySelector('canvas')!;
    [canvas.width, canvas.height] = [size.width, size.height];
    if (canvas.getContext('2d') === null) throw new Error('There is no canvas to draw on.');
    this.#box = box;
    this.#describe = describe;
    this.#view = view;
    this.#config = this.#configOf(view);
    this.#chart = new Library(canvas, this.#config);
    this.#forcedColors.addEventListener('change', this.#repaint);
    box.addEventListener('transitionend', this.#inkChanged);
  }

  draw(view: View): void {
    this.#view = view;
    const { data, options = {}, plugins = [] } = this.#configOf(view);
    // The chart has no setter for its own plugins, but goes on reading the object that it was made with.
    Object.assign(this.#config, { plugins });
    this.#chart.data = data;
    this.#chart.options = options;
    this.#chart.update('none');
  }

  /** The pixel ratio is applied by this only. */
  resize({ width, height }: Size): void {
    this.#chart.resize(width, height);
  }

  destroy(): void {
    this.#chart.destroy();
    this.#forcedColors.removeEventListener('change', this.#repaint);
    this.#box.removeEventListener('transitionend', this.#inkChanged);
  }

  #configOf(view: View): ChartConfiguration {
    const { data, options = {}, plugins = [], ...rest } = this.#describe(view, readTheme(this.#box));
    return { ...rest, data, plugins, options: Object.assign({}, options, OWN, { devicePixelRatio: ratioIn(this.#box) }) };
  }

  readonly #repaint = (): void => this.draw(this.#view);

  readonly #inkChanged = (event: Event): void => {
    if (isInkChange(event)) this.#repaint();
  };
}
