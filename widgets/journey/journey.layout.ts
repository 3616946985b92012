import type { JourneyNode } from '@qontak/impact-contract';
import { sankey, sankeyLeft, type SankeyGraph } from 'd3-sankey';
import { columnsOf } from './columns.ts';
import { type Heights, heightsOf, thicknessesOf } from './heights.ts';
import { allOf, type Branch, branchOf, LABEL_GAP, labelHeight, type Lines, NODE, type Placed, SEAM, STACKED_HEIGHT, type Words, wordsWidth } from './room.ts';

// Where everything stands. d3-sankey stacks the ways and joins them to the stations; which height a station has on the page is ours:
// d3's own arrangement moves stations from period to period and leaves no room for words.

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface LaidStation extends Box {
  id: JourneyNode;
  /** The room for its words. */
  label: Box & { lines: Lines };
}

export interface LaidWay {
  /** The station into which it leads. */
  id: JourneyNode;
  path: string;
  /** Without the seam to its neighbours; never under 1. */
  thickness: number;
}

export interface JourneyLayout {
  width: number;
  height: number;
  stations: LaidStation[];
  ways: LaidWay[];
}

/**
 * Lays the journey out in the width given: words on one line or, where that is too wide, on two. Null: there is nothing to draw, or even
 * those would not fit, and a list serves the reader better.
 */
export function journeyLayout(stations: readonly Placed[], words: ReadonlyMap<JourneyNode, Words>, width: number): JourneyLayout | null {
  if (stations.length < 2) return null;
  const journey = branchOf(stations, words);
  for (const lines of [1, 2] as const) {
    const columns = columnsOf(journey, width, lines);
    if (columns !== null) return arrange({ journey, columns, width, lines });
  }
  return null;
}

interface Sheet {
  journey: Branch;
  columns: readonly number[];
  width: number;
  lines: Lines;
}

function arrange({ journey, columns, width, lines }: Sheet): JourneyLayout {
  const thicknesses = thicknessesOf(journey, lines);
  const heights = heightsOf(journey, thicknesses, lines);
  const graph = stack(journey, thicknesses, ({ id, depth }) => ({ x: columns[depth]!, y: heights.tops.get(id)! }));
  return {
    width,
    height: heights.height,
    stations: graph.nodes.map(({ branch, x0, y0, y1 }) => {
      const height = Math.max(1, y1! - y0! - SEAM);
      return {
        id: branch.id,
        x: x0!,
        y: (y0! + y1! - height) / 2,
        width: NODE,
        height,
        label: labelOf(branch, { x: x0!, middle: (y0! + y1!) / 2, lines, heights }),
      };
    }),
    ways: graph.links.map(({ source, target, y0, y1, width: way }) => {
      const thickness = Math.max(1, way! - SEAM);
      const [from, to] = [source as Laid, target as Laid];
      return { id: to.branch.id, thickness, path: band({ x0: from.x1! + SEAM, x1: to.x0! - SEAM, y0: y0!, y1: y1! }, thickness) };
    }),
  };
}

interface Node {
  branch: Branch;
}
type Graph = SankeyGraph<Node, object>;
type Laid = Graph['nodes'][number];

/** The stations with their corners, the ways with the heights at which they leave and arrive. */
function stack(journey: Branch, thicknesses: ReadonlyMap<JourneyNode, number>, corner: (branch: Branch) => { x: number; y: number }): Graph {
  const all = allOf(journey);
  const layout = sankey<Node, object>()
    .nodeId(({ branch }) => branch.id)
    .nodeAlign(sankeyLeft)
    .nodeSort(null)
    .linkSort(null)
    .nodePadding(0)
    .iterations(0)
    // The weights are px already, because a way too thin to be seen is drawn with 1 px: so 1 of weight is 1 px of height.
    .extent([
      [0, 0],
      [1, thicknesses.get(journey.id)!],
    ]);
  const graph = layout({
    nodes: all.map((branch) => ({ branch })),
    links: all.flatMap(({ id, after }) => after.map((next) => ({ source: id, target: next.id, value: thicknesses.get(next.id)! }))),
  });
  for (const node of graph.nodes) {
    const { x, y } = corner(node.branch);
    Object.assign(node, { x0: x, x1: x + NODE, y0: y, y1: y + thicknesses.get(node.branch.id)! });
  }
  return layout.update(graph);
}

interface At {
  x: number;
  /** Of the station's height. */
  middle: number;
  lines: Lines;
  heights: Heights;
}

function labelOf({ id, label, words }: Branch, { x, middle, lines, heights }: At): LaidStation['label'] {
  if (label === 'above' || label === 'below') return { x, y: heights.labels.get(id)!, width: wordsWidth(words, 2), height: STACKED_HEIGHT, lines: 2 };
  const height = labelHeight(lines);
  const y = label === 'row' ? heights.labels.get(id)! : middle - height / 2;
  return { x: x + NODE + LABEL_GAP, y, width: wordsWidth(words, lines), height, lines };
}

/** A way as an area between two curves; `y0` and `y1` are the middles of its ends. */
function band({ x0, x1, y0, y1 }: { x0: number; x1: number; y0: number; y1: number }, thickness: number): string {
  const half = thickness / 2;
  const [a, m, b] = [tenth(x0), tenth((x0 + x1) / 2), tenth(x1)];
  const [top0, top1, bottom0, bottom1] = [tenth(y0 - half), tenth(y1 - half), tenth(y0 + half), tenth(y1 + half)];
  return `M${a},${top0}C${m},${top0} ${m},${top1} ${b},${top1}L${b},${bottom1}C${m},${bottom1} ${m},${bottom0} ${a},${bottom0}Z`;
}

/** Tenths of a px are finer than any screen, and keep the page small. */
const tenth = (value: number): number => Math.round(value * 10) / 10;
