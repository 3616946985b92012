// What a chat leaves in the source tables as of one moment.
import { MINUTE } from '../local-time.ts';
import type { ActivityRow, RoomRow } from '../rows.ts';
import type { Chat } from './chat.ts';
import type { ShopProfile } from './profile.ts';
import type { Random } from './random.ts';

/** The rows of one chat; AI logs only where it took part. */
export interface ChatRows {
  room: RoomRow;
  activity: ActivityRow | null;
}

const instant = (ms: number): string => new Date(ms).toISOString();

/** Writes a chat down as an export made at `until` would hold it: what comes later is not there yet. */
export function rowsOf(chat: Chat, id: string, until: number, profile: ShopProfile, random: Random): ChatRows {
  const open = chat.closed > until;
  const updated_at = instant(open ? chat.opened : chat.closed);
  const reason = chat.course === 'ai_solved' ? 'RESOLVE_AI' : 'RESOLVE';
  const byTeam = chat.course !== 'ai_solved' && chat.course !== 'ended_unclear';
  const [agent, noContact, noTopic] = [random.between(1, profile.agents), random.chance(profile.unknownContacts), random.chance(profile.unknownTopics)];
  const [is_test, spam] = [random.chance(profile.tests), random.chance(profile.spam)];
  const room: RoomRow = {
    organization_id: profile.organization.id,
    id,
    contact_id: noContact ? null : chat.contact,
    channel: chat.channel,
    topic: noTopic ? null : chat.topic,
    created_at: instant(chat.broadcastAt ?? chat.opened),
    first_inbound_at: instant(chat.opened),
    closed_at: open ? null : instant(chat.closed),
    closed_reason: open ? null : spam ? 'SPAM' : reason,
    assign_channel_agent_id: byTeam && !open ? `agent-${agent}` : null,
    is_test,
    initiated_by: chat.broadcastAt === null ? 'customer' : 'business',
    updated_at,
  };
  return { room, activity: chat.course === 'human_only' ? null : activityOf(chat, room, profile, random) };
}

/** A broadcast that nobody answered. */
export function broadcastRow(id: string, contact: string, channel: string, sent: number, { organization }: ShopProfile): RoomRow {
  const created_at = instant(sent);
  return {
    organization_id: organization.id,
    id,
    contact_id: contact,
    channel,
    topic: null,
    created_at,
    first_inbound_at: null,
    closed_at: null,
    closed_reason: null,
    assign_channel_agent_id: null,
    is_test: false,
    initiated_by: 'business',
    updated_at: created_at,
  };
}

const MOODS = { negative: 18, neutral: 62, positive: 20 } as const;
const MOODS_AFTER = {
  ai_solved: { negative: 8, neutral: 52, positive: 40 },
  handed_over: { negative: 14, neutral: 54, positive: 32 },
  ended_unclear: { negative: 30, neutral: 58, positive: 12 },
  greeted_only: MOODS,
  human_only: MOODS,
} as const;

/** What a source of today logs; what phases 2 and 3 need is not measured. */
function activityOf(chat: Chat, room: RoomRow, { missingActivity }: ShopProfile, random: Random): ActivityRow {
  const answers = chat.course === 'greeted_only' ? 0 : Math.max(1, chat.messages - random.between(0, 2));
  const row: ActivityRow = {
    organization_id: room.organization_id,
    room_id: room.id,
    ai_answers: answers,
    customer_messages: chat.messages,
    turns: answers,
    first_response_ms: random.between(900, 6500),
    handle_seconds: room.closed_at === null ? null : Math.round((Math.min(chat.closed, chat.opened + 90 * MINUTE) - chat.opened) / 1000),
    sentiment_start: random.weighted(MOODS),
    sentiment_end: random.weighted(MOODS_AFTER[chat.course]),
    thanks_only: chat.thanksOnly,
    ...NOT_MEASURED,
    updated_at: room.updated_at,
  };
  for (const column of missingActivity) Object.assign(row, { [column]: null });
  return row;
}

const NOT_MEASURED = {
  confidence: null,
  answer_scope: null,
  out_of_scope_reason: null,
  escalation_reason: null,
  csat: null,
  q_relevant: null,
  q_accurate: null,
  q_safe: null,
  actions_ok: null,
  actions_failed: null,
} as const;
