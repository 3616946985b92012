import type { ChartConfiguration } from 'chart.js';
import type { Drawing } from '../picture/picture.ts';
import { chartSource, OWN } from './chart-source.ts';

const HEIGHT = 260;
/** As sharp as the picture that it becomes a part of. */
const RATIO = 2;

/** A chart away from the page, from the same description as the one on it. Null: the library could not be loaded or cannot draw here. */
export async function chartDrawing({ options = {}, ...config }: ChartConfiguration, width: number): Promise<Drawing | null> {
  try {
    const { Chart } = await chartSource.load();
    const canvas = Object.assign(document.createElement('canvas'), { width, height: HEIGHT });
    const chart = new Chart(canvas, { ...config, options: Object.assign({}, options, OWN, { devicePixelRatio: RATIO }) });
    // Destroying it would empty the canvas; it holds nothing else, and goes with it.
    const drawn = document.createElement('canvas');
    [drawn.width, drawn.height] = [canvas.width, canvas.height];
    drawn.getContext('2d')!.drawImage(canvas, 0, 0);
    chart.destroy();
    return { height: HEIGHT, paint: (ctx) => ctx.drawImage(drawn, 0, 0, width, HEIGHT) };
  } catch {
    return null;
  }
}
