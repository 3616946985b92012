import { FONT_SIZE, type TrendFrame, widthOf } from './trend.frame.ts';
import { linesOf } from './trend.lines.ts';
import type { Plot } from './trend.view.ts';

// Names beside lines: a reader should not have to look up the legend for what matters most. Drawn, not laid over the drawing in HTML,
// so that they stay in their place on paper, where the picture is scaled.

const GAP = 5;

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A name and where it stands: in the middle of its box, on its lower edge. */
export interface Label {
  text: string;
  box: Box;
}

export function labelsOf(plot: Plot, frame: TrendFrame): Label[] {
  const forecast = forecastLabel(plot, frame);
  const start = startLabel(plot, frame, forecast);
  return [forecast, start].filter((label) => label !== null);
}

/** A band needs two neighbours; the range of a week that stands alone is a line. As a path. */
export const lonelyRanges = ({ slots }: Plot, { x, y }: TrendFrame): string =>
  slots.map(({ net }, at) => (net === null || slots[at - 1]?.net || slots[at + 1]?.net ? '' : `M${x(at)} ${y(net.low)}V${y(net.high)}`)).join('');

/** Seen on a telephone, too, where a week is a few pixels, but not over the week before. */
const RANGE_WIDTH = 10;

/** What is expected: a box, with a stroke at the expected figure. */
export function forecastRange({ expected }: Plot, { x, y, step }: TrendFrame): { box: Box; middle: number } | null {
  if (expected === null) return null;
  const half = Math.max(RANGE_WIDTH, Math.min(40, step * 0.8)) / 2;
  const [top, centre] = [y(expected.high), x(expected.at)];
  return { box: { left: centre - half, right: centre + half, top, bottom: Math.max(top + 1, y(expected.low)) }, middle: y(expected.value) };
}

/** Above the expected range, else below it, else at the edge: where it covers nothing. */
function forecastLabel(plot: Plot, frame: TrendFrame): Label | null {
  const { expected, start } = plot;
  if (expected === null) return null;
  const { x, y, left: first, right, bottom: floor } = frame;
  const width = widthOf(expected.label, true);
  const left = Math.min(x(expected.at) - width / 2, right - width);
  const line = start === null ? [] : [{ left: first, right, top: y(start.value) - 1, bottom: y(start.value) + 1 }];
  const others = [...obstacles(plot, frame), ...line];
  const bottoms = [y(expected.high) - GAP - 3, y(expected.low) + GAP + FONT_SIZE, FONT_SIZE, floor - GAP];
  const boxes = bottoms.map((bottom) => labelBox(left, width, bottom)).filter(({ top, bottom }) => top >= 0 && bottom <= floor);
  const box = boxes.find((one) => clearance(one, others) >= 2) ?? widest(boxes, others);
  return box && { text: expected.label, box };
}

/** How much further from its line a name may stand where it would touch a point. */
const FURTHER = [0, 6, 12, 18, 24, 30, 36];

/** By the line of the starting point, where the fewest other things are. */
function startLabel(plot: Plot, frame: TrendFrame, taken: Label | null): Label | null {
  const { start, labels } = plot;
  if (start === null) return null;
  const { left: first, right, bottom: floor } = frame;
  const width = widthOf(start.label, true);
  const y = frame.y(start.value);
  const step = (right - first - width) / Math.max(1, labels.length - 1);
  const others = taken === null ? obstacles(plot, frame) : [...obstacles(plot, frame), taken.box];
  const places = FURTHER.map((more) => {
    const boxes = labels
      .map((_, index) => first + step * index)
      .flatMap((left) => [y - GAP - more, y + GAP + more + FONT_SIZE - 2].map((bottom) => labelBox(left, width, bottom)))
      .filter(({ top, bottom }) => top >= 0 && bottom <= floor - 2);
    return widest(boxes, others);
  }).filter((box) => box !== null);
  const points = pointsOf(plot, frame);
  const box = places.find((one) => clearance(one, points) >= 2) ?? widest(places, points);
  return box && { text: start.label, box };
}

const labelBox = (left: number, width: number, bottom: number): Box => ({ left, right: left + width, top: bottom - FONT_SIZE, bottom });

function widest(boxes: Box[], others: Box[]): Box | null {
  let best: { box: Box; room: number } | null = null;
  for (const box of boxes) {
    const room = clearance(box, others);
    if (best === null || room > best.room) best = { box, room };
  }
  return best?.box ?? null;
}

/** What a label should keep clear of: each place's figures. */
function obstacles({ slots, expected }: Plot, { x, y, step }: TrendFrame): Box[] {
  const heights = slots.map(({ net, gross }, at) => ({ at, values: [net?.low, net?.high, gross] as (number | null | undefined)[] }));
  if (expected !== null) heights.push({ at: expected.at, values: [expected.low, expected.high] });
  return heights.flatMap(({ at, values: all }) => {
    const values = all.filter((value) => value !== null && value !== undefined).map(y);
    if (values.length === 0) return [];
    return [{ left: x(at) - step / 2, right: x(at) + step / 2, top: Math.min(...values), bottom: Math.max(...values) }];
  });
}

/** What it must keep clear of: a name on a pale range can be read, one on a point hides it. */
function pointsOf(plot: Plot, { x, y, size }: TrendFrame): Box[] {
  return linesOf(plot).flatMap(({ values, points }) => {
    if (points === null) return [];
    const r = points.radius(size.width) + points.width / 2;
    return values.flatMap((value, at) => (value === null ? [] : [{ left: x(at) - r, right: x(at) + r, top: y(value) - r, bottom: y(value) + r }]));
  });
}

/** How far a box stays from all others, below 0 as far as it lies over one; enough is enough. */
function clearance(box: Box, others: Box[]): number {
  let room = 24;
  // A loop: a name is tried in dozens of places beside dozens of figures.
  for (const other of others) {
    const across = Math.max(other.left - box.right, box.left - other.right);
    const upright = Math.max(other.top - box.bottom, box.top - other.bottom);
    room = Math.min(room, Math.max(across, upright));
  }
  return room;
}
