-- One batch, by the same rules as upsert-rooms.sql. What the AI did changes the outcome of the room, so the room's id is marked.
insert into ai_activity_logs as stored (organization_id, room_id, ai_answers, customer_messages, turns, first_response_ms, handle_seconds, sentiment_start, sentiment_end, thanks_only, confidence, answer_scope, out_of_scope_reason, escalation_reason, csat, q_relevant, q_accurate, q_safe, actions_ok, actions_failed, updated_at)
select o.id, room_id, ai_answers::integer, customer_messages::integer, turns::integer, first_response_ms::bigint, handle_seconds::bigint, sentiment_start, sentiment_end, thanks_only::boolean, confidence::double precision, answer_scope, out_of_scope_reason, escalation_reason, csat::integer, q_relevant::boolean, q_accurate::boolean, q_safe::boolean, actions_ok::integer, actions_failed::integer, updated_at::timestamptz
from organizations o
cross join (
  select distinct on (room_id) *
  from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[], $21::text[])
    with ordinality as t (room_id, ai_answers, customer_messages, turns, first_response_ms, handle_seconds, sentiment_start, sentiment_end, thanks_only, confidence, answer_scope, out_of_scope_reason, escalation_reason, csat, q_relevant, q_accurate, q_safe, actions_ok, actions_failed, updated_at, position)
  order by room_id, updated_at::timestamptz desc, position desc
) incoming
where o.id = $1
on conflict (organization_id, room_id) do update set
  ai_answers = excluded.ai_answers,
  customer_messages = excluded.customer_messages,
  turns = excluded.turns,
  first_response_ms = excluded.first_response_ms,
  handle_seconds = excluded.handle_seconds,
  sentiment_start = excluded.sentiment_start,
  sentiment_end = excluded.sentiment_end,
  thanks_only = excluded.thanks_only,
  confidence = excluded.confidence,
  answer_scope = excluded.answer_scope,
  out_of_scope_reason = excluded.out_of_scope_reason,
  escalation_reason = excluded.escalation_reason,
  csat = excluded.csat,
  q_relevant = excluded.q_relevant,
  q_accurate = excluded.q_accurate,
  q_safe = excluded.q_safe,
  actions_ok = excluded.actions_ok,
  actions_failed = excluded.actions_failed,
  updated_at = excluded.updated_at
where excluded.updated_at >= stored.updated_at
  and (stored.ai_answers, stored.customer_messages, stored.turns, stored.first_response_ms, stored.handle_seconds, stored.sentiment_start, stored.sentiment_end, stored.thanks_only, stored.confidence, stored.answer_scope, stored.out_of_scope_reason, stored.escalation_reason, stored.csat, stored.q_relevant, stored.q_accurate, stored.q_safe, stored.actions_ok, stored.actions_failed, stored.updated_at)
    is distinct from (excluded.ai_answers, excluded.customer_messages, excluded.turns, excluded.first_response_ms, excluded.handle_seconds, excluded.sentiment_start, excluded.sentiment_end, excluded.thanks_only, excluded.confidence, excluded.answer_scope, excluded.out_of_scope_reason, excluded.escalation_reason, excluded.csat, excluded.q_relevant, excluded.q_accurate, excluded.q_safe, excluded.actions_ok, excluded.actions_failed, excluded.updated_at)
returning stored.room_id as id
