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
  {set_log}
where excluded.updated_at >= stored.updated_at
  and stored.* is distinct from excluded.*
returning stored.room_id as id
