// Chats written by hand, for tests that know the right answer beforehand.
import type { ActivityRow, Organization, RoomRow, Shop } from '../rows.ts';

export const ORGANIZATION: Organization = {
  id: '0e7a1c52-9d3b-4f68-8a21-5b9c4d7e6f01',
  name: 'Toko Uji',
  time_zone: 'Asia/Jakarta',
  ai_activated_on: '2026-09-01',
  source: 'sample',
};
const AS_OF = '2026-10-20T00:00:00.000Z';
export const CLOSE = '2026-10-05T05:00:00.000Z';
export const NOW = { now: new Date('2026-11-22T00:00:00Z') };

/** So many hours and seconds after the close that the edges turn around. */
export const after = (hours: number, seconds = 0): string => new Date(Date.parse(CLOSE) + (hours * 3600 + seconds) * 1000).toISOString();

/** A chat that AI closed alone, unless told otherwise. */
export const room = (row: Partial<RoomRow>): RoomRow => ({
  organization_id: ORGANIZATION.id,
  id: 'first',
  contact_id: 'ayu',
  channel: 'whatsapp',
  topic: null,
  created_at: after(-1),
  first_inbound_at: after(-1),
  closed_at: CLOSE,
  closed_reason: 'RESOLVE_AI',
  assign_channel_agent_id: null,
  is_test: false,
  initiated_by: 'customer',
  updated_at: row.closed_at ?? CLOSE,
  ...row,
});

/** A second chat of the same customer; it is still open, so that it only matters as a return. */
export const next = (opened: string, row: Partial<RoomRow> = {}): RoomRow =>
  room({ id: 'next', created_at: opened, first_inbound_at: opened, closed_at: null, closed_reason: null, updated_at: opened, ...row });

export const log = (row: Partial<ActivityRow>): ActivityRow => ({
  organization_id: ORGANIZATION.id,
  room_id: 'first',
  updated_at: CLOSE,
  ...NOTHING_LOGGED,
  ...row,
});

const NOTHING_LOGGED = {
  ai_answers: null,
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
} satisfies Partial<ActivityRow>;

export const shop = (rooms: RoomRow[], activity: ActivityRow[] = [], rest: Partial<Shop> = {}): Shop => ({
  organization: ORGANIZATION,
  rooms,
  activity,
  as_of: AS_OF,
  ...rest,
});

/** An agent was attached and closed it. */
export const BY_TEAM = { closed_reason: 'RESOLVE', assign_channel_agent_id: 'budi' } as const;

/** Chats of October that nobody comes back after: each has its own customer. */
export const rooms = (of: number, row: (i: number) => Partial<RoomRow> = () => ({})): RoomRow[] =>
  Array.from({ length: of }, (_, i) => room({ id: `chat ${i}`, contact_id: `contact ${i}`, ...row(i) }));
