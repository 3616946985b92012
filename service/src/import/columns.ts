// The one place where the names of a source meet ours. Every column is also known by its own name; case, spaces, dashes and
// camelCase do not matter (`Closed At`, `closedAt`). A name that stands nowhere here is ignored.
import type { ActivityRow, CloseRow, Kind, RenewalRow, RoomRow } from './rows.ts';

const ROOMS: Record<keyof RoomRow | 'organization_id', readonly string[]> = {
  id: ['_id', 'room_id'],
  organization_id: ['org_id'],
  contact_id: ['contact', 'customer_id'],
  channel: ['channel_type', 'channel_name'],
  topic: ['topic_name'],
  created_at: ['create_time', 'opened_at'],
  first_inbound_at: ['first_inbound_message_at', 'first_customer_message_at'],
  closed_at: ['resolved_at'],
  closed_reason: ['close_reason', 'resolve_reason'],
  assign_channel_agent_id: ['assigned_channel_agent_id'],
  is_test: ['test'],
  initiated_by: ['initiator'],
  updated_at: ['last_updated_at', 'modified_at'],
};

const CLOSES: Record<keyof CloseRow | 'organization_id', readonly string[]> = {
  room_id: ['room'],
  organization_id: ['org_id'],
  closed_at: ['resolved_at'],
  closed_reason: ['close_reason', 'resolve_reason'],
  assign_channel_agent_id: ['assigned_channel_agent_id'],
  first_inbound_at: ['first_inbound_message_at', 'first_customer_message_at'],
  contact_id: ['contact', 'customer_id'],
  channel: ['channel_type', 'channel_name'],
  topic: ['topic_name'],
  initiated_by: ['initiator'],
  updated_at: ['last_updated_at', 'modified_at'],
};

const ACTIVITY: Record<keyof ActivityRow | 'organization_id', readonly string[]> = {
  room_id: ['room'],
  answered_at: ['first_answer_at'],
  organization_id: ['org_id'],
  ai_answers: ['ai_answer_count'],
  customer_messages: ['customer_message_count'],
  turns: ['turn_count'],
  first_response_ms: [],
  handle_seconds: [],
  sentiment_start: ['sentiment_first'],
  sentiment_end: ['sentiment_last'],
  thanks_only: [],
  confidence: [],
  answer_scope: [],
  out_of_scope_reason: [],
  escalation_reason: [],
  csat: [],
  q_relevant: [],
  q_accurate: [],
  q_safe: [],
  actions_ok: [],
  actions_failed: [],
  updated_at: ['last_updated_at', 'modified_at'],
};

const RENEWALS: Record<keyof RenewalRow, readonly string[]> = {
  organization_id: ['org_id'],
  due_on: ['due_date', 'renewal_date'],
  outcome: ['result'],
};

const ALIASES: Record<Kind, Record<string, readonly string[]>> = { closes: CLOSES, rooms: ROOMS, activity: ACTIVITY, renewals: RENEWALS };

/** Without these a row has no meaning. */
export const REQUIRED: Record<Kind, readonly string[]> = {
  // the four that decide about the chat: a column that is absent must not pass for chats without a message, an agent or a reason
  closes: ['room_id', 'closed_at', 'closed_reason', 'assign_channel_agent_id', 'first_inbound_at'],
  rooms: ['id', 'channel', 'created_at', 'updated_at'],
  activity: ['room_id', 'updated_at'],
  renewals: ['organization_id', 'due_on', 'outcome'],
};

/** Every column of a kind, our names. */
export const columnsOf = (kind: Kind): string[] => Object.keys(ALIASES[kind]);

/** `closedAt`, ` Closed-At ` and `closed_at` are one name. */
function plainName(name: string): string {
  return name
    .trim()
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[\s.-]+/g, '_')
    .toLowerCase();
}

const KNOWN: Record<Kind, Map<string, { column: string; rank: number }>> = {
  closes: ranks('closes'),
  rooms: ranks('rooms'),
  activity: ranks('activity'),
  renewals: ranks('renewals'),
};

function ranks(kind: Kind): Map<string, { column: string; rank: number }> {
  const pairs = Object.entries(ALIASES[kind]).flatMap(([column, aliases]) => [column, ...aliases].map((name, rank) => [name, { column, rank }] as const));
  return new Map(pairs);
}

/** Which of our columns a source's name means. The lower rank wins when a source has two names for one column (0: our own name). */
export const knownName = (kind: Kind, name: string): { column: string; rank: number } | undefined => KNOWN[kind].get(name) ?? KNOWN[kind].get(remembered(name));

// JSON repeats every name in every record. The bound is for documents whose names are data.
const REMEMBERED = new Map<string, string>();
const REMEMBER_AT_MOST = 1000;

function remembered(name: string): string {
  const known = REMEMBERED.get(name);
  if (known !== undefined) return known;
  const plain = plainName(name);
  if (REMEMBERED.size < REMEMBER_AT_MOST) REMEMBERED.set(name, plain);
  return plain;
}
