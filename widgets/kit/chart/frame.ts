import type { ChartConfiguration } from 'chart.js';
import type { TemplateResult } from 'lit';
import type { ChartTheme } from './chart-theme.ts';

/** In CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A place in the box, in its own CSS pixels. */
export interface Spot {
  x: number;
  y: number;
}

/** Where a drawing of some size has its places and values. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The middle of a category. */
  x: (category: number) => number;
  y: (value: number) => number;
}

/** How a view is drawn, twice: both keep to the same frame, so that the one can take the place of the other. */
export interface Looks<View, F extends Frame> {
  frame: (view: View, size: Size) => F;
  /** The first picture, in SVG. */
  svg: (view: View, frame: F) => TemplateResult;
  /** What Chart.js needs to know; loaded with it. */
  chart: () => Promise<Describe<View>>;
}

export type Describe<View> = (view: View, theme: ChartTheme) => ChartConfiguration;
