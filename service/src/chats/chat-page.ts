import { type Chat, type ChatFigure, type Days, placesOf } from '@qontak/impact-contract';
import type { Queryable } from '../db/database.ts';
import { filled, sqlFile } from '../db/sql-file.ts';
import { cursorOf, type PageEnd } from './cursor.ts';
import { BEHIND, COUNTED_IN_PLACE } from './figures.ts';

const PAGE = sqlFile(import.meta.url, './page.sql');
const TOTAL = sqlFile(import.meta.url, './total.sql');

/** Adds up its own columns only, so that a total of months costs next to nothing. */
const TOTALS = new Map(Object.entries(BEHIND).map(([figure, { counted }]) => [figure, filled(TOTAL, { counted })]));
const TOTALS_IN_PLACE = new Map(Object.entries(COUNTED_IN_PLACE).map(([figure, counted]) => [figure, filled(TOTAL, { counted })]));

export interface ChatsWanted {
  figure: ChatFigure;
  /** Only the chats in this place of the figure, one of those that it has; null: all. */
  place: number | null;
  days: Days;
  channel: string | null;
  /** Where the page before ended. */
  after: PageEnd;
  limit: number;
}

export interface ChatsFound {
  chats: Chat[];
  /** The figure itself. */
  total: number;
  next_cursor: string | null;
}

/** The next chats behind a figure, newest first. */
export async function chatPage(tx: Queryable, organizationId: string, { figure, place, days, channel, after, limit }: ChatsWanted): Promise<ChatsFound> {
  const { outcomes, facts = {} } = BEHIND[figure];
  const { ruled, after_hours, ai_involved, turns_known, mood_change, mood_eligible, return_helped_by, settled, mood_known } = facts;
  const by = placesOf(figure)?.by;
  const slice = channel === null ? ['all', ''] : ['channel', channel];
  const counted = [organizationId, ...slice, days.from, days.to];
  const [sum] =
    place === null
      ? await tx.query<{ total: number }>(TOTALS.get(figure)!, counted)
      : await tx.query<{ total: number }>(TOTALS_IN_PLACE.get(figure)!, [...counted, place]);
  // One more than wanted tells whether there is another page.
  const where = [organizationId, outcomes, days.from, days.to, channel, after.at, after.id, limit + 1];
  const rows = await tx.query<Chat & { sort_at: string }>(PAGE, [
    ...where,
    ...[ruled, after_hours, ai_involved, turns_known, mood_change, mood_eligible, return_helped_by, settled, mood_known].map((fact) => fact ?? null),
    by === 'hour' ? place : null,
    by === 'turns' ? place : null,
  ]);
  const shown = rows.slice(0, limit);
  return {
    chats: shown.map(chatOf),
    total: sum!.total,
    next_cursor: rows.length > limit ? cursorAfter(shown.at(-1)!) : null,
  };
}

const cursorAfter = ({ sort_at, id }: { sort_at: string; id: string }): string => cursorOf({ at: sort_at, id });

function chatOf(row: Chat & { sort_at: string }): Chat {
  const { sort_at: _, ...chat } = row;
  return chat;
}
