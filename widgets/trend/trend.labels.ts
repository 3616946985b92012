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

/** Above the expected range, or below it where there is no room. */
function forecastLabel({ ctx, scales, chartArea }: Chart, { expected }: Plot, theme: ChartTheme): Box | null {
  if (expected === null) return null;
  const width = ctx.measureText(expected.label).width;
  const left = Math.min(scales.x!.getPixelForValue(expected.at) - width / 2, chartArea.right - width);
  const above = scales.y!.getPixelForValue(expected.high) - GAP - 3;
  const baseline = above - SIZE >= 0 ? above : scales.y!.getPixelForValue(expected.low) + GAP + SIZE;
  return write(ctx, expected.label, left, baseline, theme);
}

/** On the line of the starting point, where the fewest other things are. */
function startLabel(chart: Chart, plot: Plot, theme: ChartTheme, taken: Box | null): void {
  if (plot.start === null) return;
  const { ctx, scales, chartArea } = chart;
  const width = ctx.measureText(plot.start.label).width;
  const y = scales.y!.getPixelForValue(plot.start.value);
  const steps = plot.width;
  const candidates = Array.from({ length: steps }).flatMap((_, index) => {
    const left = chartArea.left + ((chartArea.right - chartArea.left - width) * index) / Math.max(1, steps - 1);
    return [y - GAP, y + GAP + SIZE - 2].map((bottom): Box => ({ left, right: left + width, top: bottom - SIZE, bottom }));
  });
  const free = candidates.filter(({ top, bottom }) => top >= 0 && bottom <= chartArea.bottom - 2);
  const others = obstacles(chart, plot, taken);
  const room = (box: Box): number => clearance(box, others);
  const best = free.reduce<{ box: Box; room: number } | null>((so, box) => (so === null || room(box) > so.room ? { box, room: room(box) } : so), null);
  if (best !== null) write(ctx, plot.start.label, best.box.left, best.box.bottom, theme);
}

/** What a label should keep clear of: each place's figures, and the other label. */
function obstacles({ scales }: Chart, { slots, expected }: Plot, taken: Box | null): Box[] {
  const half = (scales.x!.getPixelForValue(1) - scales.x!.getPixelForValue(0)) / 2 || 4;
  const heights = slots.map(({ net, gross }, index) => ({ index, values: [net?.low, net?.high, gross] as (number | null | undefined)[] }));
  if (expected !== null) heights.push({ index: expected.at, values: [expected.low, expected.high] });
  const boxes = heights.flatMap(({ index, values: all }) => {
    const x = scales.x!.getPixelForValue(index);
    const values = all.filter((value) => value !== null && value !== undefined);
    if (values.length === 0) return [];
    const at = values.map((value) => scales.y!.getPixelForValue(value));
    return [{ left: x - half, right: x + half, top: Math.min(...at), bottom: Math.max(...at) }];
  });
  return taken === null ? boxes : [...boxes, taken];
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
function write(ctx: CanvasRenderingContext2D, text: string, left: number, baseline: number, { inks }: ChartTheme): Box {
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = inks.bg;
  ctx.strokeText(text, left, baseline);
  ctx.fillStyle = inks.muted;
  ctx.fillText(text, left, baseline);
  return { left, right: left + ctx.measureText(text).width, top: baseline - SIZE, bottom: baseline };
}
