import type { Chart, Plugin } from 'chart.js';
import type { ChartTheme } from '#kit';
import type { Plot } from './trend.view.ts';

// Names beside lines: a reader should not have to look up the legend for what matters most. Drawn, not laid over the canvas in HTML,
// so that they stay in their place on paper, where the picture is scaled.

const SIZE = 12;
const GAP = 5;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function trendLabels(plot: Plot, theme: ChartTheme): Plugin<'line'> {
  return {
    id: 'trend-labels',
    beforeDatasetsDraw: (chart) => forecastRange(chart, plot, theme),
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      ctx.save();
      ctx.font = `600 ${SIZE}px ${theme.font}`;
      ctx.textBaseline = 'alphabetic';
      lonelyRanges(chart, plot, theme);
      const taken = forecastLabel(chart, plot, theme);
      startLabel(chart, plot, theme, taken);
      ctx.restore();
    },
  };
}

/** A band needs two neighbours; the range of a week that stands alone is a line. */
function lonelyRanges({ ctx, scales }: Chart, { slots }: Plot, { inks }: ChartTheme): void {
  ctx.strokeStyle = inks.ai;
  ctx.lineWidth = 1.5;
  slots.forEach(({ net }, index) => {
    if (net === null || slots[index - 1]?.net || slots[index + 1]?.net) return;
    const x = scales.x!.getPixelForValue(index);
    ctx.beginPath();
    ctx.moveTo(x, scales.y!.getPixelForValue(net.low));
    ctx.lineTo(x, scales.y!.getPixelForValue(net.high));
    ctx.stroke();
  });
}

/** Seen on a telephone, too, where a week is a few pixels, but not over the week before. */
const RANGE_WIDTH = 10;

/** A box with a stroke at the expected figure. */
function forecastRange({ ctx, scales }: Chart, { expected }: Plot, { inks }: ChartTheme): void {
  if (expected === null) return;
  const step = scales.x!.getPixelForValue(1) - scales.x!.getPixelForValue(0) || RANGE_WIDTH;
  const width = Math.max(RANGE_WIDTH, Math.min(40, step * 0.8));
  const top = scales.y!.getPixelForValue(expected.high);
  const left = scales.x!.getPixelForValue(expected.at) - width / 2;
  const middle = scales.y!.getPixelForValue(expected.value);
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(left, top, width, Math.max(1, scales.y!.getPixelForValue(expected.low) - top), 4);
  ctx.fillStyle = inks['ai-forecast'];
  ctx.fill();
  ctx.setLineDash([3, 3]);
  ctx.strokeStyle = inks.ai;
  ctx.stroke();
  ctx.beginPath();
  ctx.setLineDash([]);
  ctx.lineWidth = 2;
  ctx.moveTo(left, middle);
  ctx.lineTo(left + width, middle);
  ctx.stroke();
  ctx.restore();
}

/** Above the expected range, else below it, else at the edge: where it covers nothing. */
function forecastLabel(chart: Chart, plot: Plot, theme: ChartTheme): Box | null {
  const { expected, start } = plot;
  if (expected === null) return null;
  const { ctx, scales, chartArea } = chart;
  const width = ctx.measureText(expected.label).width;
  const left = Math.min(scales.x!.getPixelForValue(expected.at) - width / 2, chartArea.right - width);
  const height = (value: number): number => scales.y!.getPixelForValue(value);
  const line = start === null ? [] : [{ left: chartArea.left, right: chartArea.right, top: height(start.value) - 1, bottom: height(start.value) + 1 }];
  const others = [...obstacles(chart, plot), ...line];
  const bottoms = [height(expected.high) - GAP - 3, height(expected.low) + GAP + SIZE, SIZE, chartArea.bottom - GAP];
  const boxes = bottoms.map((bottom) => labelBox(left, width, bottom)).filter(({ top, bottom }) => top >= 0 && bottom <= chartArea.bottom);
  const clear = boxes.find((box) => clearance(box, others) >= 2) ?? widest(boxes, others);
  return clear && write(ctx, expected.label, clear, theme);
}

/** On the line of the starting point, where the fewest other things are. */
function startLabel(chart: Chart, plot: Plot, theme: ChartTheme, taken: Box | null): void {
  if (plot.start === null) return;
  const { ctx, scales, chartArea } = chart;
  const width = ctx.measureText(plot.start.label).width;
  const y = scales.y!.getPixelForValue(plot.start.value);
  const step = (chartArea.right - chartArea.left - width) / Math.max(1, plot.labels.length - 1);
  const boxes = plot.labels
    .map((_, index) => chartArea.left + step * index)
    .flatMap((left) => [y - GAP, y + GAP + SIZE - 2].map((bottom) => labelBox(left, width, bottom)))
    .filter(({ top, bottom }) => top >= 0 && bottom <= chartArea.bottom - 2);
  const best = widest(boxes, taken === null ? obstacles(chart, plot) : [...obstacles(chart, plot), taken]);
  if (best !== null) write(ctx, plot.start.label, best, theme);
}

const labelBox = (left: number, width: number, bottom: number): Box => ({ left, right: left + width, top: bottom - SIZE, bottom });

function widest(boxes: Box[], others: Box[]): Box | null {
  let best: { box: Box; room: number } | null = null;
  for (const box of boxes) {
    const room = clearance(box, others);
    if (best === null || room > best.room) best = { box, room };
  }
  return best?.box ?? null;
}

/** What a label should keep clear of: each place's figures. */
function obstacles({ scales }: Chart, { slots, expected }: Plot): Box[] {
  const half = (scales.x!.getPixelForValue(1) - scales.x!.getPixelForValue(0)) / 2 || 4;
  const heights = slots.map(({ net, gross }, index) => ({ index, values: [net?.low, net?.high, gross] as (number | null | undefined)[] }));
  if (expected !== null) heights.push({ index: expected.at, values: [expected.low, expected.high] });
  return heights.flatMap(({ index, values: all }) => {
    const x = scales.x!.getPixelForValue(index);
    const values = all.filter((value) => value !== null && value !== undefined);
    if (values.length === 0) return [];
    const at = values.map((value) => scales.y!.getPixelForValue(value));
    return [{ left: x - half, right: x + half, top: Math.min(...at), bottom: Math.max(...at) }];
  });
}

/** How far a box stays from all others, below 0 as far as it lies over one; enough is enough. */
function clearance(box: Box, others: Box[]): number {
  const distances = others.map((other) => {
    const across = Math.max(other.left - box.right, box.left - other.right);
    const upright = Math.max(other.top - box.bottom, box.top - other.bottom);
    return Math.max(across, upright);
  });
  return Math.min(24, ...distances);
}

/** With a rim in the colour of the card, which keeps it readable on whatever lies below. */
function write(ctx: CanvasRenderingContext2D, text: string, box: Box, { inks }: ChartTheme): Box {
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = inks.bg;
  ctx.strokeText(text, box.left, box.bottom);
  ctx.fillStyle = inks.muted;
  ctx.fillText(text, box.left, box.bottom);
  return box;
}
