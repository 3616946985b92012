import type { JourneyNode } from '@qontak/impact-contract';
import { allOf, type Branch, FOOT, GAP, HEAD, labelHeight, type Lines, SEAM } from './room.ts';

/** All the room there is, whatever the figures: the card keeps its height from period to period, but for a handful of chats. */
const HEIGHT: Readonly<Record<Lines, number>> = { 1: 440, 2: 620 };
/** The thinnest way with its seam: 1 px of it is seen. */
const MIN = 1 + SEAM;
/** Between a row of words and the ways below it. */
const ROW_GAP = 4;
/** Taller than this, the flow is a wall; few chats get less, so that they do not look like many. */
const tallest = (chats: number): number => Math.min(320, 40 + 16 * chats);

/** How thick every station is: as thick as the room allows, no last one under the minimum, and what flows in flows out. */
export function thicknessesOf(journey: Branch, lines: Lines): ReadonlyMap<JourneyNode, number> {
  const branches = allOf(journey);
  const leaves = branches.filter(({ after }) => after.length === 0);
  const rows = branches.filter(({ label }) => label === 'row').length;
  const room = HEIGHT[lines] - HEAD - footOf(journey) - rows * (labelHeight(lines) + ROW_GAP) - (leaves.length - 1) * GAP;
  const at = (flow: number, chats: number): number => Math.max(MIN, (flow * chats) / journey.chats);
  const needed = (flow: number): number => leaves.reduce((sum, { chats }) => sum + Math.max(labelHeight(lines), at(flow, chats)), 0);
  const flow = thickest(tallest(journey.chats), (candidate) => needed(candidate) <= room);
  const thicknesses = new Map<JourneyNode, number>();
  const measure = ({ id, chats, after }: Branch): number => {
    const own = after.length === 0 ? at(flow, chats) : after.reduce((sum, next) => sum + measure(next), 0);
    thicknesses.set(id, own);
    return own;
  };
  measure(journey);
  return thicknesses;
}

/** The thickest flow that fits, to a thousandth of a px: what is needed only grows with the flow. */
function thickest(limit: number, fits: (flow: number) => boolean): number {
  if (fits(limit)) return limit;
  let [low, high] = [0, limit];
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

const footOf = (journey: Branch): number => (journey.after.some(({ label }) => label === 'below') ? FOOT : 0);

export interface Heights {
  /** The upper edge of every station. */
  tops: ReadonlyMap<JourneyNode, number>;
  /** The upper edge of the words that do not stand beside their station. */
  labels: ReadonlyMap<JourneyNode, number>;
  height: number;
}

/** From the top to the bottom: every last station has a room of its own; every other begins where the first one after it begins. */
export function heightsOf(journey: Branch, thicknesses: ReadonlyMap<JourneyNode, number>, lines: Lines): Heights {
  const tops = new Map<JourneyNode, number>();
  const labels = new Map<JourneyNode, number>();
  let y = HEAD;
  const place = ({ id, label, after }: Branch): void => {
    if (label === 'above') labels.set(id, 0);
    if (label === 'row') {
      labels.set(id, y);
      y += labelHeight(lines) + ROW_GAP;
    }
    if (after.length === 0) {
      const own = thicknesses.get(id)!;
      const room = Math.max(own, labelHeight(lines));
      tops.set(id, y + (room - own) / 2);
      y += room;
    }
    after.forEach((next, i) => {
      if (i > 0) y += GAP;
      place(next);
    });
    if (after.length > 0) tops.set(id, tops.get(after[0]!.id)!);
    if (label === 'below') labels.set(id, y + GAP);
  };
  place(journey);
  return { tops, labels, height: y + footOf(journey) };
}
