import * as z from 'zod/mini';
import { Count, Instant, LocalDate } from './units.ts';

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
  'sentiment_better',
  'sentiment_same',
  'sentiment_worse',
  'sentiment_known',
  'sentiment_eligible',
  'turns_known',
] as const;
export type ChatFigure = (typeof CHAT_FIGURES)[number];

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
    figure: z.enum(CHAT_FIGURES),
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

/** PUT /v1/chats/{id}/return-ruling: `different_matter: false` takes it back. */
export const ReturnRulingInput = z.strictObject({ different_matter: z.boolean() });
export type ReturnRulingInput = z.infer<typeof ReturnRulingInput>;
