-- Writes what the AI logged about the chats of rooms that are used again, where it is not as it was.
-- $1 organization, $2 rooms
insert into ai_activity_logs as stored (
  organization_id, room_id, ai_answers, customer_messages, turns, first_response_ms, handle_seconds, sentiment_start, sentiment_end, thanks_only,
  confidence, answer_scope, out_of_scope_reason, escalation_reason, csat, q_relevant, q_accurate, q_safe, actions_ok, actions_failed, updated_at
)
select
  o.id, logs.id, r.ai_answers, r.customer_messages, r.turns, r.first_response_ms, r.handle_seconds, r.sentiment_start, r.sentiment_end, r.thanks_only,
  r.confidence, r.answer_scope, r.out_of_scope_reason, r.escalation_reason, r.csat, r.q_relevant, r.q_accurate, r.q_safe, r.actions_ok, r.actions_failed,
  logs.updated_at
from organizations o
cross join (
  {logs_of_rooms}
) logs
cross join lateral jsonb_populate_record(null::ai_activity_logs, logs.record) r
where o.id = $1
on conflict (organization_id, room_id) do update set
  {set_log}
where stored.* is distinct from excluded.*
returning stored.room_id as id
