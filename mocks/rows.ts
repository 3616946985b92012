import type { CostAssumption, Days, Instant, LocalDate, OrganizationId, PeriodRevision, WorkingHoursInput } from '@qontak/impact-contract';
import type { BaselineWeek } from '@qontak/impact-contract/statistics';

/** Whose chats these are: the columns of `organizations` that a source knows. */
export interface Organization {
  id: OrganizationId;
  name: string;
  time_zone: string;
  ai_activated_on: LocalDate | null;
  source: 'live' | 'sample';
}

/** One row of `rooms`, exactly its columns; instants as ISO 8601 text. */
export interface RoomRow {
  organization_id: OrganizationId;
  id: string;
  contact_id: string | null;
  channel: string;
  topic: string | null;
  created_at: Instant;
  first_inbound_at: Instant | null;
  closed_at: Instant | null;
  closed_reason: string | null;
  assign_channel_agent_id: string | null;
  is_test: boolean;
  initiated_by: 'customer' | 'business' | null;
  updated_at: Instant;
}

/** A close of a room that its source uses again. */
export interface CloseRow {
  organization_id: OrganizationId;
  room_id: string;
  closed_at: Instant;
  closed_reason: string | null;
  assign_channel_agent_id: string | null;
  /** The customer's first message since the close before; null: none. */
  first_inbound_at: Instant | null;
  /** Null: as the room's row says. */
  contact_id: string | null;
  channel: string | null;
  topic: string | null;
  initiated_by: 'customer' | 'business' | null;
  updated_at: Instant;
}

/** One row of `ai_activity_logs`; null: the source does not measure it. */
export interface ActivityRow {
  organization_id: OrganizationId;
  room_id: string;
  /** A moment of the chat that it is about, in a room that is used again; absent or null: it is about the whole room. */
  answered_at?: Instant | null;
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
  updated_at: Instant;
}

/** A column of `ai_activity_logs` that a source can lack. */
export type ActivityColumn = Exclude<keyof ActivityRow, 'organization_id' | 'room_id' | 'answered_at' | 'updated_at'>;

/** An admin's word that one chat was about another matter than an earlier one: this pair is not a return. */
export interface ReturnRuling {
  id: string;
  returned_in: string;
}

/** A forecast as it was told before its period; it is never changed afterwards. */
export interface IssuedForecast {
  unit: 'week' | 'month';
  from: LocalDate;
  to: LocalDate;
  point: number;
  low: number;
  high: number;
}

/** A revision of a final week or month, of one channel or of all (null), as it was kept; it is never changed afterwards. */
export interface KeptRevision extends Days {
  unit: 'week' | 'month';
  channel: string | null;
  kept: PeriodRevision;
}

/** What an organization, or the service itself, added to the chats. Absent: nothing. */
export interface ShopSettings {
  /** The working hours from a day on until the next entry begins. */
  working_hours?: readonly WorkingHoursInput[];
  /** Every version, in the order in which they were entered. */
  cost_assumptions?: readonly CostAssumption[];
  return_rulings?: readonly ReturnRuling[];
  forecasts?: readonly IssuedForecast[];
  /** The weeks of the starting point as they were frozen, for all channels together: chats that come in later do not move it. */
  baseline_weeks?: readonly BaselineWeek[];
  /** The first revision of a period before the second. */
  period_revisions?: readonly KeptRevision[];
}

/** An organization with everything that is known about its chats. The rows may hold the same id twice: the newest one counts. */
export interface Shop extends ShopSettings {
  organization: Organization;
  rooms: readonly RoomRow[];
  activity: readonly ActivityRow[];
  /** Absent: a room is one chat. Otherwise the source uses rooms again, and these end one chat of a room after the other. */
  closes?: readonly CloseRow[];
  /** The newest event in the rows; null: nothing was imported yet. */
  as_of: Instant | null;
}
