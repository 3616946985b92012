// From rows to chats: spec/metrics.md, section 1.
import type { ActivityRow, RoomRow, Shop } from '../rows.ts';
import { newest, ownOf } from './newest.ts';
import { type ChatInRoom, chatsInRooms } from './reused-rooms.ts';

/** A chat as the counting needs it; moments in milliseconds. */
export interface Episode {
  id: string;
  /** Where the inbox shows it; a room that is used again shows several. */
  room_id: string;
  contact_id: string | null;
  channel: string;
  topic: string | null;
  first_inbound_at: number;
  closed_at: number | null;
  closed_reason: string | null;
  /** A human agent was attached. */
  human_attached: boolean;
  ai_involved: boolean;
  /** The business wrote first: a reply to a broadcast. */
  from_business: boolean;
  thanks_only: boolean;
  /** Null: not measured. */
  turns: number | null;
  customer_messages: number | null;
  /** What the source calls the mood at both ends. */
  sentiment_start: string | null;
  sentiment_end: string | null;
}

const LEFT_OUT_REASONS = ['SPAM', 'BLOCKED'];

/** The organization's chats: of each id the newest row, without those that are left out. */
export function episodesOf(shop: Shop): Episode[] {
  const chats = shop.closes === undefined ? chatsOfRooms(shop) : chatsInRooms(shop, shop.closes);
  return chats.flatMap(({ room_id, room, log }) => (isChat(room) ? [episodeOf(room_id, room, log)] : []));
}

/** A room is one chat. */
function chatsOfRooms({ organization, rooms, activity }: Shop): ChatInRoom[] {
  const logOf = newest(ownOf(organization, activity), (row) => row.room_id);
  return [...newest(ownOf(organization, rooms), (row) => row.id).values()].map((room) => ({ room_id: room.id, room, log: logOf.get(room.id) }));
}

type Chat = RoomRow & { first_inbound_at: string };

/** Left out: nobody wrote (a broadcast without an answer), somebody tried the bot out, or it was rubbish. */
function isChat(room: RoomRow): room is Chat {
  return room.first_inbound_at !== null && !room.is_test && !LEFT_OUT_REASONS.includes(room.closed_reason?.toUpperCase() ?? '');
}

function episodeOf(room_id: string, room: Chat, log: ActivityRow | undefined): Episode {
  return {
    id: room.id,
    room_id,
    contact_id: room.contact_id,
    channel: room.channel,
    topic: room.topic,
    first_inbound_at: Date.parse(room.first_inbound_at),
    closed_at: room.closed_at === null ? null : Date.parse(room.closed_at),
    closed_reason: room.closed_reason,
    human_attached: room.assign_channel_agent_id !== null,
    ai_involved: room.closed_reason === 'RESOLVE_AI' || (log !== undefined && answered(log)),
    from_business: room.initiated_by === 'business',
    thanks_only: log?.thanks_only === true,
    turns: log?.turns ?? null,
    customer_messages: log?.customer_messages ?? null,
    sentiment_start: log?.sentiment_start ?? null,
    sentiment_end: log?.sentiment_end ?? null,
  };
}

/** A greeting alone is no answer; where answers are not counted, a log at all means that AI took part. */
const answered = (log: ActivityRow): boolean => log.ai_answers === null || log.ai_answers >= 1;
