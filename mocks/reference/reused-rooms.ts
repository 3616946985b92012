// Chats of a source that uses a room for one chat after the other: adapter B of spec/metrics.md, section 1, and docs/decisions/0016.
import { startOfDay } from '../local-time.ts';
import type { ActivityRow, CloseRow, Organization, RoomRow, Shop } from '../rows.ts';
import { newest, ownOf } from './newest.ts';

/** A chat as a source that never uses a room again would write it down, and the room of the inbox that holds it. */
export interface ChatInRoom {
  room_id: string;
  room: RoomRow;
  log: ActivityRow | undefined;
}

/** The end of a chat, or the open chat of a room; moments in milliseconds. */
interface End {
  first_inbound: number;
  /** Infinity: it is open. */
  closed: number;
  row: CloseRow;
}

/** One chat: its first message, and how it was closed, perhaps more than once. */
type Ends = [End, ...End[]];

export function chatsInRooms({ organization, rooms, activity }: Shop, closes: readonly CloseRow[]): ChatInRoom[] {
  const rowOf = newest(ownOf(organization, rooms), ({ id }) => id);
  const told = newest(ownOf(organization, closes), ({ room_id, closed_at }) => `${room_id} ${Date.parse(closed_at)}`);
  const closesOf = Map.groupBy(told.values(), ({ room_id }) => room_id);
  const logs = newest(ownOf(organization, activity), ({ room_id, answered_at }) => `${room_id} ${answered_at == null ? '' : Date.parse(answered_at)}`);
  const logsOf = Map.groupBy(logs.values(), ({ room_id }) => room_id);
  return [...new Set([...rowOf.keys(), ...closesOf.keys()])].flatMap((id) => {
    const row = rowOf.get(id);
    const chats = chatsOf(endsOf(closesOf.get(id) ?? [], row));
    const rebuilt = chats.map((chat) => roomOf(chat, row)).filter((room) => room !== null);
    return rebuilt.map((room, i) => ({ room_id: id, room, log: logOf(rebuilt, i, logsOf.get(id) ?? [], organization) }));
  });
}

/** Closes without a message of the customer end no chat. The row adds the room's last chat, if nothing that is known contradicts it. */
function endsOf(closes: readonly CloseRow[], row: RoomRow | undefined): End[] {
  const ends = closes.flatMap((close) => (close.first_inbound_at === null ? [] : [endOf(close, close.first_inbound_at)]));
  if (row?.first_inbound_at != null) {
    const shown = endOf({ ...row, room_id: row.id }, row.first_inbound_at);
    const isTold = closes.some(({ closed_at }) => Date.parse(closed_at) === shown.closed);
    const isStale = ends.some(({ closed }) => shown.first_inbound <= closed && closed < shown.closed);
    if (!isTold && !isStale) ends.push(shown);
  }
  return ends.sort((a, b) => a.closed - b.closed);
}

function endOf(row: Omit<CloseRow, 'closed_at'> & { closed_at: string | null }, first: string): End {
  const closed_at = row.closed_at ?? '';
  return { first_inbound: Date.parse(first), closed: row.closed_at === null ? Infinity : Date.parse(closed_at), row: { ...row, closed_at } };
}

/** A close whose first message came after the close before it ends a chat of its own; otherwise the same chat was closed once more. */
function chatsOf(ends: readonly End[]): Ends[] {
  const chats: Ends[] = [];
  for (const end of ends) {
    const before = chats.at(-1);
    if (before && end.first_inbound <= before.at(-1)!.closed) before.push(end);
    else chats.push([end]);
  }
  return chats;
}

/** Null: neither a close nor the room's row says on which channel it was. */
function roomOf(ends: Ends, row: RoomRow | undefined): RoomRow | null {
  const [first, last] = [ends[0], ends.at(-1)!];
  const channel = last.row.channel ?? row?.channel;
  if (channel === undefined) return null;
  const isShown = row?.first_inbound_at != null && Date.parse(row.first_inbound_at) === first.first_inbound;
  const first_inbound_at = new Date(first.first_inbound).toISOString();
  return {
    organization_id: last.row.organization_id,
    id: `${last.row.room_id}@${first_inbound_at.replace('Z', '000Z')}`,
    contact_id: last.row.contact_id ?? row?.contact_id ?? null,
    channel,
    topic: last.row.topic ?? (isShown ? row.topic : null),
    created_at: first_inbound_at,
    first_inbound_at,
    closed_at: last.closed === Infinity ? null : last.row.closed_at,
    closed_reason: last.row.closed_reason,
    // attached and detached again counts as attached
    assign_channel_agent_id: ends.findLast((end) => end.row.assign_channel_agent_id !== null)?.row.assign_channel_agent_id ?? null,
    is_test: row?.is_test ?? false,
    initiated_by: first.row.initiated_by ?? (isShown ? row.initiated_by : null),
    updated_at: last.row.updated_at,
  };
}

const NOT_MEASURED = {
  customer_messages: null,
  turns: null,
  first_response_ms: null,
  handle_seconds: null,
  sentiment_start: null,
  sentiment_end: null,
  thanks_only: null,
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

const closeOf = ({ closed_at }: RoomRow): number => (closed_at === null ? Infinity : Date.parse(closed_at));

/**
 * What the AI logged about a chat. A log that names a moment is about the chat that holds it. Any other is about every chat of the room until it
 * was written: of one it says everything, of several that AI took part, and the careful reading is in each; how much is not measured then.
 */
function logOf(chats: readonly RoomRow[], i: number, logs: readonly ActivityRow[], { ai_activated_on, time_zone }: Organization): ActivityRow | undefined {
  const told = logs.filter(({ answered_at }) => answered_at != null);
  if (told.length > 0) {
    const [from, to] = [i === 0 ? -Infinity : closeOf(chats[i - 1]!), closeOf(chats[i]!)];
    const own = told.filter(({ answered_at }) => Date.parse(answered_at!) > from && Date.parse(answered_at!) <= to);
    return own.toSorted((a, b) => Date.parse(b.updated_at) - Date.parse(a.updated_at) || Date.parse(b.answered_at!) - Date.parse(a.answered_at!))[0];
  }
  const [shared] = logs;
  if (shared === undefined) return undefined;
  const begin = ai_activated_on === null ? -Infinity : startOfDay(ai_activated_on, time_zone);
  const isAbout = (chat: RoomRow): boolean => closeOf(chat) >= begin && Date.parse(chat.first_inbound_at!) <= Date.parse(shared.updated_at);
  if (!isAbout(chats[i]!)) return undefined;
  return chats.filter(isAbout).length === 1 ? shared : { ...shared, ...NOT_MEASURED, ai_answers: shared.ai_answers === 0 ? 0 : null };
}
