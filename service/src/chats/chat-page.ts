import type { Chat, ChatFigure, Days } from '@qontak/impact-contract';
import type { Queryable } from '../db/database.ts';
import { filled, sqlFile } from '../db/sql-file.ts';
import { cursorOf, type Place } from './cursor.ts';
import { BEHIND } from './figures.ts';

const PAGE = sqlFile(import.meta.url, './page.sql');
const TOTAL = sqlFile(import.meta.url, './total.sql');

/** Adds up its own columns only, so that a total of months costs next to nothing. */
const TOTALS = new Map(Object.entries(BEHIND).map(([figure, { counted }]) => [figure, filled(TOTAL, { counted })]));

export interface ChatsWanted {
  figure: ChatFigure;
  days: Days;
  channel: string | null;
  /** Where the page before ended. */
  after: Place;
  limit: number;
}

export interface ChatsFound {
  chats: Chat[];
  /** The figure itself. */
  total: number;
  next_cursor: string | null;
}

/** The next chats behind a figure, newest first. */
export async function chatPage(tx: Queryable, organizationId: string, { figure, days, channel, after, limit }: ChatsWanted): Promise<ChatsFound> {
  const { outcomes, facts = {} } = BEHIND[figure];
  const { ruled, after_hours, ai_involved, turns_known, mood_change, mood_eligible, return_helped_by, settled } = facts;
  const slice = channel === null ? ['all', ''] : ['channel', channel];
  const [sum] = await tx.query<{ total: number }>(TOTALS.get(figure)!, [organizationId, ...slice, days.from, days.to]);
  // One more than wanted tells whether there is another page.
  const where = [organizationId, outcomes, days.from, days.to, channel, after.at, after.id, limit + 1];
  const rows = await tx.query<Chat & { sort_at: string }>(PAGE, [
    ...where,
    ...[ruled, after_hours, ai_involved, turns_known, mood_change, mood_eligible, return_helped_by, settled].map((fact) => fact ?? null),
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
