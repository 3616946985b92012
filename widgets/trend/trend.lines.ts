import type { Ink } from '#kit';
import type { Slot } from './slots.ts';
import { scaleOf, type TrendFrame } from './trend.frame.ts';
import type { Plot } from './trend.view.ts';

// What is drawn, whoever draws it.

export interface Line {
  /** One for each place; null: nothing there. */
  values: (number | null)[];
  ink: Ink;
  /** 0: its points alone. */
  width: number;
  dash: number[];
  /** Its way to this place may still move, and is dashed otherwise. */
  moves: (at: number) => boolean;
  /** Over places that have no value. */
  across: boolean;
  points: Points | null;
}

export interface Points {
  /** As Chart.js calls them. */
  shape: 'circle' | 'triangle' | 'crossRot';
  /** The wider the drawing, the larger. */
  radius: (width: number) => number;
  width: number;
  /** Hollow: may still move. */
  hollow: (at: number) => boolean;
}

export const MOVING_DASH: readonly number[] = [6, 4];
const FORECAST_DASH = [3, 4];
const START_DASH = [8, 4];

const never = (): boolean => false;

/** What is said first lies on top. */
export function linesOf(plot: Plot): Line[] {
  const { slots } = plot;
  return [...forecastLine(plot), netLine(slots), ...grossLine(slots), fewMarks(slots, scaleOf(plot).min), ...startLine(plot)];
}

/** Fewer pixels for each place, smaller points. */
const radius =
  (places: number, scale = 1) =>
  (width: number): number =>
    scale * Math.min(5, Math.max(2.5, width / places / 6));

function netLine(slots: Slot[]): Line {
  const moves = (at: number): boolean => slots[at]?.provisional === true;
  return {
    values: slots.map(({ net }) => net?.value ?? null),
    ink: 'ai',
    width: 2,
    dash: [],
    moves,
    across: false,
    points: { shape: 'circle', radius: radius(slots.length), width: 2, hollow: moves },
  };
}

function grossLine(slots: Slot[]): Line[] {
  if (!slots.some(({ gross }) => gross !== null)) return [];
  return [
    {
      values: slots.map(({ gross }) => gross),
      ink: 'reopened',
      width: 1.5,
      dash: [],
      moves: (at) => slots[at]?.provisional === true,
      across: false,
      points: { shape: 'triangle', radius: radius(slots.length, 0.8), width: 1, hollow: () => true },
    },
  ];
}

/** Dotted, from the last final point to the expected one. No point of its own: the week's figure so far lies in the same place, and must be seen. */
function forecastLine({ slots, expected, labels }: Plot): Line[] {
  if (expected === null) return [];
  const from = slots.findLastIndex(({ net, provisional }, index) => net !== null && !provisional && index < expected.at);
  const values = labels.map((_, index) => (index === expected.at ? expected.value : ((index === from ? slots[index]?.net?.value : null) ?? null)));
  // Over what is not final.
  return [{ values, ink: 'ai', width: 2, dash: FORECAST_DASH, moves: never, across: true, points: null }];
}

function startLine({ start, labels }: Plot): Line[] {
  if (start === null) return [];
  return [{ values: labels.map(() => start.value), ink: 'baseline', width: 2, dash: START_DASH, moves: never, across: false, points: null }];
}

/** At the foot: there were chats, but too few for a height. */
function fewMarks(slots: Slot[], floor: number): Line {
  return {
    values: slots.map(({ few }) => (few ? floor : null)),
    ink: 'muted',
    width: 0,
    dash: [],
    moves: never,
    across: false,
    points: { shape: 'crossRot', radius: radius(slots.length, 0.8), width: 1.5, hollow: never },
  };
}

/** The range of the honest figure, as a path. */
export function bandPath({ slots }: Plot, { x, y }: TrendFrame): string {
  const edge = (run: number[], of: 'low' | 'high'): string[] => run.map((at) => `${x(at)} ${y(slots[at]!.net![of])}`);
  return runsOf(slots.map(({ net }) => net !== null))
    .map((run) => `M${[...edge(run, 'high'), ...edge(run, 'low').toReversed()].join('L')}Z`)
    .join('');
}

/** Places that stand beside each other: a band needs two. */
function runsOf(there: readonly boolean[]): number[][] {
  const runs: number[][] = [];
  there.forEach((is, at) => {
    if (is && there[at - 1]) runs.at(-1)!.push(at);
    else if (is) runs.push([at]);
  });
  return runs.filter(({ length }) => length > 1);
}
