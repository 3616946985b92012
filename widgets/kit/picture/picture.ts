// A card as a picture: what stands on it, said without a canvas, so that it can be read and tested as the card's own words.
import type { ChartTheme } from '../chart/chart-theme.ts';
import type { Paint } from './paints.ts';

/** How an area is filled: told apart without colours, too. */
export type Sign = { ink: Paint; fill: 'full' | 'pale' | 'faint' | 'hatched' | 'empty' | 'cross' } | LineSign;

/** A line of a chart, with the mark of its points. */
export interface LineSign {
  ink: Paint;
  fill: 'line';
  dash: readonly number[];
  mark: 'point' | 'hollow' | 'triangle' | 'box' | null;
}

/** What became of chats, as on every card. */
export const SIGNS = {
  solved: { ink: 'ai', fill: 'full' },
  came_back: { ink: 'reopened', fill: 'hatched' },
  rest: { ink: 'line', fill: 'empty' },
} as const satisfies Record<string, Sign>;

/** What a sign means, and how much there is of it. */
export interface Entry {
  sign: Sign;
  name: string;
  value: string;
}

interface Part extends Entry {
  /** 0..1 of the bar. */
  share: number;
}

/** One column: its parts from the foot up, each 0..1 of the height. */
export type Column = readonly { sign: Sign; height: number }[];

/** A chart that a widget draws itself, in a box that begins at 0, 0. */
export interface Drawing {
  height: number;
  paint: (ctx: CanvasRenderingContext2D) => void;
}

/** Of what a chart may make use. */
export interface Ground {
  width: number;
  theme: ChartTheme;
}

export type Look = 'plain' | 'strong' | 'muted' | 'warning' | 'better' | 'worse';

/** From top to bottom. */
export type Block =
  /** In the colour of AI, where it is not told another one. */
  | { kind: 'figure'; value: string; of: string; before?: string | null; basis?: string | undefined; ink?: 'text' | 'on_ai' }
  | { kind: 'headline'; text: string; large?: boolean }
  | { kind: 'text'; text: string; look?: Look }
  | { kind: 'space' }
  | { kind: 'bar'; parts: readonly Part[] }
  | { kind: 'columns'; columns: readonly Column[]; top: string | null; labels: readonly string[] }
  | { kind: 'legend'; entries: readonly Omit<Entry, 'value'>[] }
  | { kind: 'rows'; rows: readonly { name: string; value: string; strong?: boolean }[] }
  /** Null: it could not be drawn here, and `instead` says the same. */
  | { kind: 'drawing'; make: (ground: Ground) => Promise<Drawing | null>; instead: readonly Block[] };

export interface Picture {
  title: string;
  /** Days, channel, and whether the figures can still move. */
  under: string;
  /** Simulated figures say so wherever they go. */
  sample: string | null;
  blocks: readonly Block[];
  /** The method, as small print. */
  how: string;
}

export const text = (said: string | null, look: Look = 'plain'): Block[] => (said === null || said === '' ? [] : [{ kind: 'text', text: said, look }]);
