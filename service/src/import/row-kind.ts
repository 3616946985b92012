import { sqlFile } from '../db/sql-file.ts';
import { checkActivity } from './activity-row.ts';
import type { Cells } from './record.ts';
import { checkRoom, type Checked } from './room-row.ts';
import type { ActivityRow, Kind, RoomRow } from './rows.ts';
import { writeRows, type WriteRows } from './write-rows.ts';

/** How rows of a kind are read. */
export interface RowReader<Row> {
  kind: Kind;
  check(cells: Cells, organizationId: string): Checked<Row>;
  /** What can move as_of. */
  eventColumns: readonly (keyof Row & string)[];
}

/** What differs between the kinds of rows of an organization; everything else is one way for all. */
export interface RowKind<Row> extends RowReader<Row> {
  write: WriteRows<Row>;
}

export const ROOMS: RowKind<RoomRow> = {
  kind: 'rooms',
  check: checkRoom,
  write: writeRows(sqlFile(import.meta.url, './upsert-rooms.sql'), [
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
  ]),
  eventColumns: ['created_at', 'first_inbound_at', 'closed_at', 'updated_at'],
};

export const ACTIVITY: RowKind<ActivityRow> = {
  kind: 'activity',
  check: checkActivity,
  write: writeRows(sqlFile(import.meta.url, './upsert-activity.sql'), [
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
  ]),
  // Not events that as_of may follow: a log that reaches further than the rooms says nothing of customers who came back meanwhile.
  eventColumns: [],
};
