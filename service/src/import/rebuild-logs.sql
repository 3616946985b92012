-- Gives each chat of a re-used room what the AI logged about it (docs/decisions/0016), after rebuild-chats.sql, whose
-- words on looking things up hold here too.
-- $1 organization, $2 rooms
with chats as materialized (
  select
    r.room_id,
    r.id,
    r.first_inbound_at,
    coalesce(r.closed_at, 'infinity') as closed_at,
    lag(coalesce(r.closed_at, 'infinity'), 1, '-infinity') over (partition by r.room_id order by r.first_inbound_at) as closed_before
  from unnest($2::text[]) touched (room_id)
  cross join lateral (
    select r.room_id, r.id, r.first_inbound_at, r.closed_at from rooms r where r.organization_id = $1 and r.room_id = touched.room_id offset 0
  ) r
), told as (
  -- a log that names a moment is about the chat that holds it
  select c.id, l.record, l.updated_at
  from chats c
  cross join lateral (
    select l.record, l.updated_at
    from room_records l
    where l.organization_id = $1 and l.room_id = c.room_id and l.kind = 'activity' and l.at > c.closed_before and l.at <= c.closed_at
    order by l.updated_at desc, l.at desc
    limit 1
  ) l
), shared as (
  -- Any other is about the whole room: every chat until it was written, but for those that ended before there was AI. About one chat it says
  -- everything; of several it says that AI took part, and in which is not known: the careful reading is in each. How much is not measured then.
  select
    c.id,
    case
      when count(*) over (partition by c.room_id) = 1 then l.record
      else jsonb_build_object('ai_answers', case when (l.record ->> 'ai_answers')::integer = 0 then 0 end)
    end as record,
    l.updated_at
  from chats c
  cross join lateral (
    select l.record, l.updated_at
    from room_records l
    where l.organization_id = $1
      and l.room_id = c.room_id
      and l.kind = 'activity'
      and l.at = '-infinity'
      and not exists (
        select from room_records t where t.organization_id = $1 and t.room_id = c.room_id and t.kind = 'activity' and t.at > '-infinity'
      )
    offset 0
  ) l
  join organizations o on o.id = $1
  where l.updated_at >= c.first_inbound_at and (o.ai_activated_on is null or c.closed_at >= start_of_day(o.ai_activated_on, o.time_zone))
), logged as materialized (
  select * from told union all select * from shared
), gone as (
  delete from ai_activity_logs
  where ctid = any (array(
    select l.ctid
    from (select id from chats except select id from logged) gone
    cross join lateral (select l.ctid from ai_activity_logs l where l.organization_id = $1 and l.room_id = gone.id offset 0) l
  ))
  returning room_id
), written as (
  insert into ai_activity_logs as stored (
    organization_id, room_id, ai_answers, customer_messages, turns, first_response_ms, handle_seconds, sentiment_start, sentiment_end, thanks_only,
    confidence, answer_scope, out_of_scope_reason, escalation_reason, csat, q_relevant, q_accurate, q_safe, actions_ok, actions_failed, updated_at
  )
  select
    $1::uuid, logged.id, r.ai_answers, r.customer_messages, r.turns, r.first_response_ms, r.handle_seconds, r.sentiment_start, r.sentiment_end, r.thanks_only,
    r.confidence, r.answer_scope, r.out_of_scope_reason, r.escalation_reason, r.csat, r.q_relevant, r.q_accurate, r.q_safe, r.actions_ok, r.actions_failed,
    logged.updated_at
  from logged
  cross join lateral jsonb_populate_record(null::ai_activity_logs, logged.record) r
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
  where stored.* is distinct from excluded.*
  returning room_id
)
insert into changed_episodes (organization_id, id)
select $1::uuid, room_id from gone
union
select $1::uuid, room_id from written
on conflict do nothing
