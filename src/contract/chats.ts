import * as z from 'zod/mini';
import { TURNS_EXACT_UP_TO } from './turns.ts';
import { Count, Instant, LocalDate } from './units.ts';
import { Whose } from './whose.ts';

/** The figures that open their chats: an outcome, or a part of a metric. */
export const CHAT_FIGURES = [
  'human_only',
  'checking',
  'uncheckable',
  'came_back',
  'stayed_solved',
  'handed_over',
  'ended_unclear',
  'not_solved',
  'still_open',
  'judged',
  'looked_solved',
  'closed',
  'received',
  'ai_first',
  'came_back_ai',
  'came_back_team',
  'came_back_open',
  'corrected',
  'after_hours',
  'after_hours_answered',
  'after_hours_judged',
  'after_hours_solved',
  'after_hours_uncounted',
  'sentiment_better',
  'sentiment_same',
  'sentiment_worse',
  'sentiment_known',
  'sentiment_unknown',
  'sentiment_eligible',
  'turns_known',
  'turns_unknown',
] as const;
export type ChatFigure = (typeof CHAT_FIGURES)[number];

/** What the bars of a picture stand for: the local hour of the first message, or turns, of which the last place holds all longer chats. */
const BY_HOUR = { by: 'hour', first: 0, last: 23 } as const;
const BY_TURNS = { by: 'turns', first: 1, last: TURNS_EXACT_UP_TO + 1 } as const;

/** The figures that a picture spreads over places; each place is a list of its own. */
export const FIGURE_PLACES = { closed: BY_HOUR, after_hours: BY_HOUR, turns_known: BY_TURNS } as const satisfies Partial<Record<ChatFigure, object>>;
type Places = (typeof FIGURE_PLACES)[keyof typeof FIGURE_PLACES];

/** Null: no picture spreads the figure. */
export const placesOf = (figure: ChatFigure): Places | null => (figure in FIGURE_PLACES ? FIGURE_PLACES[figure as keyof typeof FIGURE_PLACES] : null);

/** Whether the figure has such a place. */
export function hasPlace(figure: ChatFigure, place: number): boolean {
  const places = placesOf(figure);
  return places !== null && Number.isInteger(place) && places.first <= place && place <= places.last;
}

/** A chat behind a figure: ids, times, channel, topic; never a name, a number or a message. */
export const Chat = z.object({
  id: z.string(),
  /** The room of the inbox that holds it: another id where the source uses a room for one chat after the other. */
  room_id: z.string(),
  channel: z.string(),
  topic: z.nullable(z.string()),
  first_inbound_at: Instant,
  closed_at: z.nullable(Instant),
  outcome: z.string(),
  /** The chat in which the customer asked again. */
  returned_in: z.nullable(z.string()),
  /** The room that holds that chat. */
  returned_in_room_id: z.nullable(z.string()),
  /** An admin marked that return as "a different matter". */
  corrected: z.boolean(),
});
export type Chat = z.infer<typeof Chat>;

/** GET /v1/impact-report/chats */
export const ChatPage = z.object({
  status: z.literal('success'),
  data: z.array(Chat),
  meta: z.object({
    ...Whose.shape,
    figure: z.enum(CHAT_FIGURES),
    /** The list is of this place of the figure alone: an hour, or a number of turns. */
    place: z.optional(Count),
    total: Count,
    next_cursor: z.nullable(z.string()),
    as_of: z.nullable(Instant),
    /** The period begins before this local day, from which on chats are kept: those of the days before it were counted, and are no longer listed. */
    kept_from: z.optional(LocalDate),
    /** False: this reader may not rule on returns. */
    can_edit: z.optional(z.boolean()),
  }),
});
export type ChatPage = z.infer<typeof ChatPage>;
