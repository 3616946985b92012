import { sqlFile } from '../db/sql-file.ts';
import { checkActivity } from './activity-row.ts';
import type { Cells } from './record.ts';
import { checkRoom, type Checked } from './room-row.ts';
import type { ActivityRow, Kind, RoomRow } from './rows.ts';

/** What differs between rooms and activity; everything else is one way for both. */
export interface RowKind<Row> {
  kind: Kind;
  check(cells: Cells, organizationId: string): Checked<Row>;
  /** Writes one batch: $1 is the organization, then an array for each column. */
  upsert: string;
  /** In the order of the statement's parameters. */
  columns: readonly (keyof Row & string)[];
  /** What can move as_of. */
  eventColumns: readonly (keyof Row & string)[];
}

export const ROOMS: RowKind<RoomRow> = {
  kind: 'rooms',
  check: checkRoom,
  upsert: sqlFile(import.meta.url, './upsert-rooms.sql'),
  columns: [
    'id',
    'contact_id',
    'channel',
    'topic',
    'created_at',
    'first_inbound_at',
    'closed_at',
    'closed_reason',
    'assign_channel_agent_id',
    'is_test',
    'initiated_by',
    'updated_at',
  ],
  eventColumns: ['created_at', 'first_inbound_at', 'closed_at', 'updated_at'],
};

export const ACTIVITY: RowKind<ActivityRow> = {
  kind: 'activity',
  check: checkActivity,
  upsert: sqlFile(import.meta.url, './upsert-activity.sql'),
  columns: [
    'room_id',
    'ai_answers',
    'customer_messages',
    'turns',
    'first_response_ms',
    'handle_seconds',
    'sentiment_start',
    'sentiment_end',
    'thanks_only',
    'confidence',
    'answer_scope',
    'out_of_scope_reason',
    'escalation_reason',
    'csat',
    'q_relevant',
    'q_accurate',
    'q_safe',
    'actions_ok',
    'actions_failed',
    'updated_at',
  ],
  // Not events that as_of may follow: a log that reaches further than the rooms says nothing of customers who came back meanwhile.
  eventColumns: [],
};
