import { CellReader } from './cell-reader.ts';
import type { Cells } from './record.ts';
import { refuseOtherOrganization, type Checked } from './room-row.ts';
import type { ActivityRow } from './rows.ts';

/** Reads one row of `ai_activity_logs`. */
export function checkActivity(cells: Cells, organizationId: string): Checked<ActivityRow> {
  const read = new CellReader(cells);
  refuseOtherOrganization(read, organizationId);
  const row: ActivityRow = {
    room_id: read.required('room_id', read.id('room_id')),
    answered_at: read.time('answered_at'),
    ai_answers: read.count('ai_answers'),
    customer_messages: read.count('customer_messages'),
    turns: read.count('turns'),
    first_response_ms: read.count('first_response_ms', Number.MAX_SAFE_INTEGER),
    handle_seconds: read.count('handle_seconds', Number.MAX_SAFE_INTEGER),
    sentiment_start: read.label('sentiment_start'),
    sentiment_end: read.label('sentiment_end'),
    thanks_only: read.flag('thanks_only'),
    confidence: read.within('confidence', 0, 1),
    answer_scope: read.label('answer_scope'),
    out_of_scope_reason: read.label('out_of_scope_reason'),
    escalation_reason: read.label('escalation_reason'),
    csat: csat(read),
    q_relevant: read.flag('q_relevant'),
    q_accurate: read.flag('q_accurate'),
    q_safe: read.flag('q_safe'),
    actions_ok: read.count('actions_ok'),
    actions_failed: read.count('actions_failed'),
    updated_at: read.required('updated_at', read.time('updated_at')),
  };
  return read.fault ? { fault: read.fault } : { row, naiveTimes: read.naiveTimes, cutTexts: read.cutTexts };
}

/** spec/metrics.md, section 9: one question, 1 to 5. */
function csat(read: CellReader): number | null {
  const answer = read.count('csat');
  return answer === null ? null : read.within('csat', 1, 5);
}
