import type { Frame, Size } from '#kit';
import type { Plot } from './trend.view.ts';

// Where everything of the drawing lies. Both that draw keep to it, so that nothing moves when one takes over from the other. Words are
// not measured for it: the first measured word of a page takes a telephone longer than all of this drawing.

/** Room around the lines: the percentages to their left, the labels below them, a name above the highest. */
export const MARGIN = { left: 40, right: 7, top: 16, bottom: 28 } as const;
/** Of the labels, in px. */
export const FONT_SIZE = 12;
/** Between two labels of the x axis. */
const GAP = 12;

export interface TrendFrame extends Frame {
  size: Size;
  /** From one place to the next. */
  step: number;
  scale: Scale;
}

interface Scale {
  min: number;
  max: number;
  step: number;
}

export function frameOf(plot: Plot, size: Size): TrendFrame {
  const scale = scaleOf(plot);
  const [left, right, top, bottom] = [MARGIN.left, size.width - MARGIN.right, MARGIN.top, size.height - MARGIN.bottom];
  const step = (right - left) / plot.labels.length;
  const x = (at: number): number => left + (at + 0.5) * step;
  const y = (value: number): number => bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top);
  return { size, left, right, top, bottom, step, scale, x, y };
}

/** The part of 0..100 that is drawn: at least 40 points, so that ordinary ups and downs look ordinary, in round tens. */
export function scaleOf({ slots, start, expected }: Pick<Plot, 'slots' | 'start' | 'expected'>): Scale {
  const values = [...slots.flatMap(({ net, gross }) => [net?.low, net?.high, gross]), expected?.low, expected?.high, start?.value];
  const drawn = values.filter((value) => value !== null && value !== undefined);
  let min = Math.max(0, Math.floor((Math.min(...drawn) - 3) / 20) * 20);
  let max = Math.min(100, Math.ceil((Math.max(...drawn) + 3) / 20) * 20);
  if (max - min < 40) [min, max] = max === 100 ? [60, 100] : [min, min + 40];
  return { min, max, step: max - min > 40 ? 20 : 10 };
}

/** What stands on the y axis. */
export const ticksOf = ({ scale: { min, max, step } }: TrendFrame): number[] => Array.from({ length: (max - min) / step + 1 }, (_, i) => min + i * step);

/** Every how many places a label has room on the x axis. */
export function labelsEvery({ labels }: Plot, { step }: TrendFrame): number {
  const widest = Math.max(...labels.map((label) => widthOf(label)));
  return Math.max(1, Math.ceil((widest + GAP) / step));
}

/** About how wide a text is; bold ones a little wider. Rather too wide than too narrow. */
export const widthOf = (text: string, bold = false): number => text.length * FONT_SIZE * (bold ? 0.57 : 0.55);
