import type { Ink } from '#kit';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { labelsEvery, type TrendFrame, ticksOf } from './trend.frame.ts';
import { forecastRange, labelsOf, lonelyRanges } from './trend.labels.ts';
import { bandPath, type Line, linesOf, MOVING_DASH, type Points } from './trend.lines.ts';
import type { Plot } from './trend.view.ts';

// The first picture of the trend: there at once, without the 40 KB of a library. In the order in which Chart.js draws the same.

/** Follows theme, host and paper by itself: the style sheet says what it is. */
const ink = (name: Ink): string => `var(--_ink-${name})`;

/** From the middle of a label to its baseline, as a canvas has it. */
const MIDDLE = 3.4;

export function trendSvg(plot: Plot, frame: TrendFrame): TemplateResult {
  const { width, height } = frame.size;
  return html`<svg viewBox="0 0 ${width} ${height}" width=${width} height=${height} aria-hidden="true">
    ${drawAxes(plot, frame)}${drawForecastRange(plot, frame)}
    <path class="range" d=${bandPath(plot, frame)} fill=${ink('ai-range')}></path>
    ${linesOf(plot)
      .toReversed()
      .map((line) => drawLine(line, frame))}
    <path d=${lonelyRanges(plot, frame)} stroke=${ink('ai')} stroke-width="1.5"></path>
    ${labelsOf(plot, frame).map(({ text, box }) => svg`<text class="name" x=${(box.left + box.right) / 2} y=${box.bottom} text-anchor="middle">${text}</text>`)}
  </svg>`;
}

function drawAxes(plot: Plot, frame: TrendFrame): TemplateResult {
  const { left, right, bottom, x, y } = frame;
  const every = labelsEvery(plot, frame);
  return svg`<path class="grid" d=${ticksOf(frame)
    .map((tick) => `M${left} ${y(tick)}H${right}`)
    .join('')} stroke=${ink('grid')}></path>
    ${ticksOf(frame).map((tick) => svg`<text class="tick" x=${left - 8} y=${y(tick) + MIDDLE} text-anchor="end">${plot.percent(tick)}</text>`)}
    ${plot.labels.map((label, at) => (at % every === 0 ? svg`<text class="tick" x=${x(at)} y=${bottom + 18.2 + MIDDLE} text-anchor="middle">${label}</text>` : nothing))}`;
}

function drawForecastRange(plot: Plot, frame: TrendFrame): TemplateResult | typeof nothing {
  const range = forecastRange(plot, frame);
  if (range === null) return nothing;
  const { box, middle } = range;
  return svg`<rect x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top} rx="4"
      fill=${ink('ai-forecast')} stroke=${ink('ai')} stroke-dasharray="3 3"></rect>
    <path d="M${box.left} ${middle}H${box.right}" stroke=${ink('ai')} stroke-width="2"></path>`;
}

function drawLine(line: Line, frame: TrendFrame): TemplateResult {
  const { whole, moving } = waysOf(line, frame);
  const { dash, ink: colour, width } = line;
  return svg`${way(whole, colour, width, dash)}${way(moving, colour, width, MOVING_DASH)}${line.points === null ? nothing : drawPoints(line, line.points, frame)}`;
}

const way = (d: string, colour: Ink, width: number, dash: readonly number[]): TemplateResult | typeof nothing =>
  d === '' ? nothing : svg`<path d=${d} stroke=${ink(colour)} stroke-width=${width} stroke-dasharray=${dash.length === 0 ? nothing : dash.join(' ')}></path>`;

/** What is drawn through, and what may still move, each as one path. */
function waysOf({ values, width, moves, across }: Line, { x, y }: TrendFrame): { whole: string; moving: string } {
  const ways = { whole: '', moving: '' };
  if (width === 0) return ways;
  const places = values.flatMap((value, at) => (value === null ? [] : { at, point: `${x(at)} ${y(value)}` }));
  let last: keyof typeof ways | null = null;
  places.forEach(({ at, point }, index) => {
    const before = places[index - 1];
    if (before === undefined || (!across && before.at !== at - 1)) return void (last = null);
    const kind = moves(at) ? 'moving' : 'whole';
    ways[kind] += last === kind ? `L${point}` : `M${before.point}L${point}`;
    last = kind;
  });
  return ways;
}

function drawPoints({ values, ink: colour }: Line, { shape, radius, width, hollow }: Points, { x, y, size }: TrendFrame): TemplateResult {
  const r = radius(size.width);
  const of = (wanted: boolean): string =>
    values.map((value, at) => (value === null || hollow(at) !== wanted ? '' : SHAPES[shape](x(at), y(value), r))).join('');
  return svg`<path d=${of(false)} stroke=${ink(colour)} fill=${ink(colour)} stroke-width=${width}></path>
    <path d=${of(true)} stroke=${ink(colour)} fill=${ink('bg')} stroke-width=${width}></path>`;
}

const SHAPES: Record<Points['shape'], (x: number, y: number, r: number) => string> = {
  circle: (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`,
  triangle: (x, y, r) => `M${x} ${y - r}l${HALF * r} ${1.5 * r}h${-2 * HALF * r}z`,
  crossRot: (x, y, r) =>
    `M${x - r * DIAGONAL} ${y - r * DIAGONAL}l${2 * r * DIAGONAL} ${2 * r * DIAGONAL}m0 ${-2 * r * DIAGONAL}l${-2 * r * DIAGONAL} ${2 * r * DIAGONAL}`,
};
/** Half the side of a triangle in a circle of radius 1. */
const HALF = Math.sqrt(3) / 2;
const DIAGONAL = Math.SQRT1_2;
