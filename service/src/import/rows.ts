/** One row of `rooms`, exactly its columns. The organization is named once for all rows, so that no row can carry another one. */
export interface RoomRow {
  id: string;
  contact_id: string | null;
  channel: string;
  topic: string | null;
  /** Times are ISO 8601 text with a zone. */
  created_at: string;
  first_inbound_at: string | null;
  closed_at: string | null;
  closed_reason: string | null;
  assign_channel_agent_id: string | null;
  is_test: boolean;
  initiated_by: 'customer' | 'business' | null;
  updated_at: string;
}

/** One row of `ai_activity_logs`; null: the source does not measure it. */
export interface ActivityRow {
  room_id: string;
  /** A moment of the chat that it is about, for rooms that are used again; absent or null: it is about the whole room. */
  answered_at?: string | null;
  ai_answers: number | null;
  customer_messages: number | null;
  turns: number | null;
  first_response_ms: number | null;
  handle_seconds: number | null;
  sentiment_start: string | null;
  sentiment_end: string | null;
  thanks_only: boolean | null;
  confidence: number | null;
  answer_scope: string | null;
  out_of_scope_reason: string | null;
  escalation_reason: string | null;
  csat: number | null;
  q_relevant: boolean | null;
  q_accurate: boolean | null;
  q_safe: boolean | null;
  actions_ok: number | null;
  actions_failed: number | null;
  updated_at: string;
}

/** A close of a room that is used again: everything that decides about the chat which it ends. */
export interface CloseRow {
  room_id: string;
  closed_at: string;
  closed_reason: string | null;
  assign_channel_agent_id: string | null;
  /** The customer's first message since the close before; null: there was none, so there was no chat. */
  first_inbound_at: string | null;
  /** Null: as the room's row says. */
  contact_id: string | null;
  channel: string | null;
  /** Null: not known, unless the room's row shows this very chat. */
  topic: string | null;
  initiated_by: 'customer' | 'business' | null;
  updated_at: string;
}

/** One row of `renewals`, exactly its columns. */
export interface RenewalRow {
  organization_id: string;
  /** A local day. */
  due_on: string;
  outcome: 'renewed' | 'expanded' | 'lapsed';
}

/** What is known of the chats of one organization. */
export type ChatKind = 'closes' | 'rooms' | 'activity';

export type Kind = ChatKind | 'renewals';
