import type { Queryable } from '../db/database.ts';
import { filled, sqlFile } from '../db/sql-file.ts';
import { lockOrganization } from '../organizations.ts';
import { checkActivity } from './activity-row.ts';
import { checkClose } from './close-row.ts';
import type { Cells } from './record.ts';
import { keepRecords } from './reused-rooms.ts';
import { checkRoom, type Checked } from './room-row.ts';
import type { ActivityRow, CloseRow, Kind, RoomRow } from './rows.ts';
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
  /** Where a room is one chat. */
  write: WriteRows<Row>;
  /** Where the source uses rooms again. */
  keep: WriteRows<Row>;
}

export const CLOSES: RowKind<CloseRow> = {
  kind: 'closes',
  check: checkClose,
  // whoever writes closes has said before that rooms are used again
  write: () => Promise.reject(new Error('Could not write closes: the rooms of the organization are not used again.')),
  keep: keepRecords('close', ({ room_id, closed_at }) => ({ room_id, at: closed_at })),
  // Not events that as_of may follow: who came back and is still there has no close.
  eventColumns: [],
};

/** In the order of the statement's parameters. */
export const ROOM_COLUMNS: readonly (keyof RoomRow)[] = [
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
];

export const ROOMS: RowKind<RoomRow> = {
  kind: 'rooms',
  check: checkRoom,
  write: writeRows(sqlFile(import.meta.url, './upsert-rooms.sql'), ROOM_COLUMNS),
  keep: keepRecords('room', ({ id }) => ({ room_id: id, at: null })),
  eventColumns: ['created_at', 'first_inbound_at', 'closed_at', 'updated_at'],
};

export const ACTIVITY: RowKind<ActivityRow> = {
  kind: 'activity',
  check: checkActivity,
  write: writeRows(filled(sqlFile(import.meta.url, './upsert-activity.sql'), { set_log: sqlFile(import.meta.url, './set-log.sql') }), [
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
  keep: keepRecords('activity', ({ room_id, answered_at }) => ({ room_id, at: answered_at ?? null })),
  // Not events that as_of may follow: a log that reaches further than the rooms says nothing of customers who came back meanwhile.
  eventColumns: [],
};

/** Writes one batch under the organization's lock. @returns how many rows are new or different now */
export async function writeUnderLock<Row>(tx: Queryable, organizationId: string, { write, keep }: RowKind<Row>, rows: readonly Row[]): Promise<number> {
  const { rooms_reused } = await lockOrganization(tx, organizationId);
  return (rooms_reused ? keep : write)(tx, organizationId, rows);
}
