import { CellReader } from './cell-reader.ts';
import type { Cells } from './record.ts';
import { refuseOtherOrganization, type Checked } from './room-row.ts';
import type { CloseRow } from './rows.ts';

/** Reads one close of a room that is used again. */
export function checkClose(cells: Cells, organizationId: string): Checked<CloseRow> {
  const read = new CellReader(cells);
  refuseOtherOrganization(read, organizationId);
  const closed_at = read.required('closed_at', read.time('closed_at'));
  const row: CloseRow = {
    room_id: read.required('room_id', read.id('room_id')),
    closed_at,
    closed_reason: read.label('closed_reason'),
    assign_channel_agent_id: read.id('assign_channel_agent_id'),
    first_inbound_at: read.time('first_inbound_at'),
    contact_id: read.id('contact_id'),
    channel: read.label('channel')?.toLowerCase() ?? null,
    topic: read.label('topic', 'cut'),
    initiated_by: read.oneOf('initiated_by', ['customer', 'business']),
    // what happened is seldom corrected
    updated_at: read.time('updated_at') ?? closed_at,
  };
  if (!read.fault && row.first_inbound_at !== null && closed_at < row.first_inbound_at) read.refuse('closed_at', 'lies before first_inbound_at');
  return read.fault ? { fault: read.fault } : { row, naiveTimes: read.naiveTimes, cutTexts: read.cutTexts };
}
