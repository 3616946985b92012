-- What the AI logged about each chat of re-used rooms (docs/decisions/0016), after these were rebuilt. Of chats-of-rooms.sql the
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
)
select * from told union all select * from shared
