import type { JourneyNode } from '@qontak/impact-contract';
import type { Station } from './journey.flow.ts';

// The measures of the drawing, and how much room words need in it. All in px.

/** What the layout needs of a station. */
export type Placed = Pick<Station, 'id' | 'before' | 'depth' | 'chats'>;

/** How wide a station's words are on the screen. */
export interface Words {
  name: number;
  figures: number;
}

export type Lines = 1 | 2;

/** The width of a station's bar. */
export const NODE = 12;
/** Between a station and its words. */
export const LABEL_GAP = 8;
/** Between the name and the number on one line. */
export const WORD_GAP = 6;
/** Room above the first stations for their words, and below the last. */
export const HEAD = 44;
export const FOOT = 44;
/** Between the rooms of two stations. */
export const GAP = 8;
/** Background between two ways, and between a way and its station. */
export const SEAM = 2;
/** Words above and below a station always stand on two lines. */
export const STACKED_HEIGHT = 36;

export const labelHeight = (lines: Lines): number => (lines === 1 ? 20 : STACKED_HEIGHT);

export function wordsWidth({ name, figures }: Words, lines: Lines): number {
  return lines === 1 ? name + WORD_GAP + figures : Math.max(name, figures);
}

/** Where the words of a station stand: beside it; above or below where ways leave it; in a row of their own where all of these are taken. */
type LabelPlace = 'beside' | 'above' | 'below' | 'row';

/** One station, its words and the stations after it: what every step of the layout goes through. */
export interface Branch {
  id: JourneyNode;
  depth: number;
  chats: number;
  label: LabelPlace;
  words: Words;
  after: Branch[];
}

export function branchOf(stations: readonly Placed[], words: ReadonlyMap<JourneyNode, Words>, at: Placed = stations[0]!): Branch {
  const after = stations.filter(({ before }) => before === at.id).map((next) => branchOf(stations, words, next));
  const first = at === stations[0] || at === stations[1];
  const label = after.length === 0 ? 'beside' : first ? 'above' : at.depth === 1 ? 'below' : 'row';
  return { id: at.id, depth: at.depth, chats: at.chats, label, words: words.get(at.id)!, after };
}

/** The branch and everything after it, in the order of the flow. */
export const allOf = (branch: Branch): Branch[] => [branch, ...branch.after.flatMap(allOf)];
