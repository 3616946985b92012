-- The chats of rooms that are used again and again (docs/decisions/0016). A close whose first message came after the close before it ends a
-- chat of its own; one whose first message is older ends the same chat once more, and the last word counts, as in a row that is overwritten.
-- Whatever is looked up here is looked up one room, or one chat, at a time (`offset 0`, see refresh/mark-neighbours.sql): the planner expects a few
-- rows where there are thousands, and would compare all with all.
-- $1 organization, $2 rooms
with rows_of_rooms as materialized (
  select touched.room_id, r.updated_at, row.*
  from unnest($2::text[]) touched (room_id)
  cross join lateral (
    select r.record, r.updated_at
    from room_records r
    where r.organization_id = $1 and r.room_id = touched.room_id and r.kind = 'room' and r.at = '-infinity'
    offset 0
  ) r
  cross join lateral jsonb_to_record(r.record) row (
    contact_id text, channel text, topic text, first_inbound_at timestamptz, closed_at timestamptz, closed_reason text,
    assign_channel_agent_id text, initiated_by text
  )
), told as (
  select touched.room_id, r.updated_at, r.at as closed_at, row.*
  from unnest($2::text[]) touched (room_id)
  cross join lateral (
    select r.at, r.record, r.updated_at
    from room_records r
    where r.organization_id = $1 and r.room_id = touched.room_id and r.kind = 'close'
    offset 0
  ) r
  cross join lateral jsonb_to_record(r.record) row (
    first_inbound_at timestamptz, closed_reason text, assign_channel_agent_id text, contact_id text, channel text, topic text, initiated_by text
  )
  -- the customer did not write in it: no chat
  where row.first_inbound_at is not null
), closes as (
  select room_id, first_inbound_at, closed_at, closed_reason, assign_channel_agent_id, contact_id, channel, topic, initiated_by, updated_at
  from told
  union all
  -- The row shows the room's last chat, perhaps an open one. It adds that chat unless a close has told of it already, or its first message is
  -- older than a close before: then nobody knows when the customer wrote again.
  select
    r.room_id, r.first_inbound_at, coalesce(r.closed_at, 'infinity'), r.closed_reason, r.assign_channel_agent_id, r.contact_id, r.channel, r.topic,
    r.initiated_by, r.updated_at
  from rows_of_rooms r
  cross join lateral (
    select
      exists (select from room_records c where c.organization_id = $1 and c.room_id = r.room_id and c.kind = 'close' and c.at = r.closed_at) as is_told,
      exists (
        select from room_records c
        where c.organization_id = $1
          and c.room_id = r.room_id
          and c.kind = 'close'
          and c.at >= r.first_inbound_at
          and c.at < coalesce(r.closed_at, 'infinity')
          and c.record ->> 'first_inbound_at' is not null
      ) as is_stale
    offset 0
  ) known
  where r.first_inbound_at is not null and not known.is_told and not known.is_stale
), numbered as (
  select *, count(*) filter (where opens) over (partition by room_id order by closed_at) as chat
  from (
    select *, first_inbound_at > lag(closed_at, 1, '-infinity') over (partition by room_id order by closed_at) as opens from closes
  ) ordered
), rebuilt as (
  select
    room_id,
    (array_agg(first_inbound_at order by closed_at))[1] as first_inbound_at,
    nullif(max(closed_at), 'infinity') as closed_at,
    (array_agg(closed_reason order by closed_at desc))[1] as closed_reason,
    -- attached and detached again counts as attached
    (array_agg(assign_channel_agent_id order by closed_at desc) filter (where assign_channel_agent_id is not null))[1] as assign_channel_agent_id,
    (array_agg(contact_id order by closed_at desc))[1] as contact_id,
    (array_agg(channel order by closed_at desc))[1] as channel,
    (array_agg(topic order by closed_at desc))[1] as topic,
    (array_agg(initiated_by order by closed_at))[1] as initiated_by,
    max(updated_at) as updated_at
  from numbered
  group by room_id, chat
)
-- Who and where are the same for all chats of a room; topic and who began are those of the chat that the row shows.
select
  chat_in_room(c.room_id, c.first_inbound_at) as id,
  c.room_id,
  coalesce(c.contact_id, r.contact_id) as contact_id,
  coalesce(c.channel, r.channel) as channel,
  coalesce(c.topic, case when r.first_inbound_at = c.first_inbound_at then r.topic end) as topic,
  c.first_inbound_at,
  c.closed_at,
  c.closed_reason,
  c.assign_channel_agent_id,
  coalesce(r.is_test, false) as is_test,
  coalesce(c.initiated_by, case when r.first_inbound_at = c.first_inbound_at then r.initiated_by end) as initiated_by,
  c.updated_at
from rebuilt c
left join lateral (
  select row.*
  from room_records r
  cross join lateral jsonb_to_record(r.record) row (
    contact_id text, channel text, topic text, first_inbound_at timestamptz, is_test boolean, initiated_by text
  )
  where r.organization_id = $1 and r.room_id = c.room_id and r.kind = 'room' and r.at = '-infinity'
  offset 0
) r on true
-- neither the close nor the room's row, which has not come yet, says where it was
where coalesce(c.channel, r.channel) is not null
