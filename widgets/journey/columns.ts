import { allOf, type Branch, LABEL_GAP, type Lines, NODE, wordsWidth } from './room.ts';

/** Narrower, a way is no way any more but a wall. */
const SHORTEST = 56;
/** Longer, the eye loses it. */
const LONGEST_LAST = 150;

/** The left edges of the columns, so that all words fit to the right of theirs. Null: they do not. */
export function columnsOf(journey: Branch, width: number, lines: Lines): number[] | null {
  const branches = allOf(journey);
  const last = Math.max(...branches.map(({ depth }) => depth));
  const columns: number[] = [];
  for (let depth = last; depth >= 1; depth--) {
    const limit = Math.min(...branches.filter((branch) => branch.depth === depth).map((branch) => width - roomOf(branch, lines)));
    const before = columns[depth + 1];
    const reach = before === undefined ? limit : before - Math.max(SHORTEST + NODE, Math.min(LONGEST_LAST, width * 0.16));
    columns[depth] = Math.min(limit, reach);
  }
  columns[0] = 0;
  // The words of the first station stand above it and end before the second.
  const second = wordsWidth(journey.words, 2) + 2 * LABEL_GAP;
  if (last > 1) columns[1] = Math.max(second, Math.min(columns[1]!, columns[2]! * 0.45));
  const fits = columns[1]! >= second && columns.every((x, depth) => depth === 0 || x - columns[depth - 1]! >= SHORTEST + NODE);
  const inside = branches.every((branch) => columns[branch.depth]! + roomOf(branch, lines) <= width);
  return fits && inside ? columns : null;
}

/** A station's bar with its words, from the left edge of the bar. */
function roomOf({ label, words }: Branch, lines: Lines): number {
  const beside = label === 'beside' || label === 'row';
  return beside ? NODE + LABEL_GAP + wordsWidth(words, lines) : Math.max(NODE, wordsWidth(words, 2));
}
