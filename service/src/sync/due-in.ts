import type { Followed, Pass } from './follow-table.ts';
import { type Position, positionsOf } from './position.ts';
import { newsQuestion } from './source-queries.ts';
import type { SourceTable } from './source-table.ts';

/** So old a watermark may become while nothing happens: each step is a write, and thousands of organizations are quiet at any time. */
const IDLE_MS = 5 * 60_000;

/** Organizations in one question. */
const CHUNK = 500;

/**
 * The organizations whose rows of a table have to be read now. Most have nothing new at any time; asking for one after the other would take longer
 * than the rest between two passes.
 */
export async function dueIn(table: SourceTable, followed: readonly Followed[], { owner, source, overlapSeconds }: Pass): Promise<Set<string>> {
  const positions = await positionsOf(
    owner,
    followed.map(({ id }) => id),
    table.kind,
  );
  const due = new Set<string>();
  const quiet: (Followed & { since: string })[] = [];
  for (const organization of followed) {
    const since = settledLately(positions.get(organization.id), overlapSeconds * 1000 + IDLE_MS);
    if (since === null) due.add(organization.id);
    else quiet.push({ ...organization, since });
  }
  for (let from = 0; from < quiet.length; from += CHUNK) {
    const chunk = quiet.slice(from, from + CHUNK);
    const { rows } = await source.read<{ place: number }>(newsQuestion(table, chunk));
    for (const { place } of rows) due.add(chunk[place - 1]!.id);
  }
  return due;
}

/** The moment behind which there may be news; null: to be read anyway. */
function settledLately(position: Position | undefined, longest: number): string | null {
  if (position === undefined || position.settled_until === null || position.pass_began_at !== null) return null;
  return Date.now() - Date.parse(position.settled_until) < longest ? position.settled_until : null;
}
