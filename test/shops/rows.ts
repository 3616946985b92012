// Rows of the source tables from what matters about them.
import type { ActivityRow, CloseRow, RoomRow } from '#mocks';

/** Rows without their organization: each run of a test makes one of its own. */
export interface Rows {
  rooms: Omit<RoomRow, 'organization_id'>[];
  activity: Omit<ActivityRow, 'organization_id'>[];
  /** Absent: a room is one chat, as far as is known. */
  closes?: Omit<CloseRow, 'organization_id'>[];
}

/** A chat; moments are milliseconds after the shop's day begins. */
export interface Draft extends Pick<
  RoomRow,
  'id' | 'contact_id' | 'channel' | 'topic' | 'closed_reason' | 'assign_channel_agent_id' | 'is_test' | 'initiated_by'
> {
  /** Null: no message of the customer. */
  opened: number | null;
  /** Null: not closed. */
  lasts: number | null;
  updated: number;
}

/** A close of a room that is used again. */
export interface CloseDraft extends Omit<CloseRow, 'organization_id' | 'closed_at' | 'first_inbound_at' | 'updated_at'> {
  closed: number;
  /** Null: no message of the customer. */
  opened: number | null;
  updated: number;
}

export interface LogDraft extends Pick<
  ActivityRow,
  'room_id' | 'ai_answers' | 'thanks_only' | 'customer_messages' | 'turns' | 'sentiment_start' | 'sentiment_end'
> {
  updated: number;
}

export function roomRow({ opened, lasts, updated, ...draft }: Draft, at: (offset: number) => string): Rows['rooms'][number] {
  return {
    ...draft,
    created_at: at(opened ?? 0),
    first_inbound_at: opened === null ? null : at(opened),
    closed_at: lasts === null ? null : at((opened ?? 0) + lasts),
    updated_at: at(updated),
  };
}

export function logRow({ updated, ...draft }: LogDraft, at: (offset: number) => string): Rows['activity'][number] {
  return {
    ...draft,
    first_response_ms: null,
    handle_seconds: null,
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
    updated_at: at(updated),
  };
}

export function closeRow({ closed, opened, updated, ...draft }: CloseDraft, at: (offset: number) => string): NonNullable<Rows['closes']>[number] {
  return { ...draft, closed_at: at(closed), first_inbound_at: opened === null ? null : at(opened), updated_at: at(updated) };
}
