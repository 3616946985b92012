import { CellReader } from './cell-reader.ts';
import type { Cells, Fault } from './record.ts';
import type { RoomRow } from './rows.ts';

/** A row that may be stored, with what was done to it; or why it is rejected. */
export type Checked<Row> = { row: Row; naiveTimes: number; cutTexts: number; fault?: never } | { fault: Fault };

/** Reads one row of `rooms`. */
export function checkRoom(cells: Cells, organizationId: string): Checked<RoomRow> {
  const read = new CellReader(cells);
  refuseOtherOrganization(read, organizationId);
  const row: RoomRow = {
    id: read.required('id', read.id('id')),
    contact_id: read.id('contact_id'),
    channel: read.required('channel', read.label('channel')?.toLowerCase() ?? null),
    topic: read.label('topic', 'cut'),
    created_at: read.required('created_at', read.time('created_at')),
    first_inbound_at: read.time('first_inbound_at'),
    closed_at: read.time('closed_at'),
    closed_reason: read.label('closed_reason'),
    assign_channel_agent_id: read.id('assign_channel_agent_id'),
    is_test: read.flag('is_test') ?? false,
    initiated_by: read.oneOf('initiated_by', ['customer', 'business']),
    updated_at: read.required('updated_at', read.time('updated_at')),
  };
  if (!read.fault) refuseContradiction(read, row);
  return read.fault ? { fault: read.fault } : { row, naiveTimes: read.naiveTimes, cutTexts: read.cutTexts };
}

/** A file of another organization must never fill this one. */
export function refuseOtherOrganization(read: CellReader, organizationId: string): void {
  const stated = read.id('organization_id');
  if (stated !== null && stated.toLowerCase() !== organizationId.toLowerCase()) read.refuse('organization_id', 'belongs to another organization');
}

/** Times have one width, so their texts compare as they do. */
function refuseContradiction(read: CellReader, row: RoomRow): void {
  if (row.closed_at === null) return;
  if (row.closed_at < row.created_at) read.refuse('closed_at', 'lies before created_at');
  else if (row.first_inbound_at !== null && row.closed_at < row.first_inbound_at) read.refuse('closed_at', 'lies before first_inbound_at');
}
