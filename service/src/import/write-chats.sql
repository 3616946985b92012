-- Writes the chats of rooms that are used again, where they are not as they were.
-- $1 organization, $2 rooms
insert into rooms as stored (
  organization_id, id, room_id, contact_id, channel, topic, created_at, first_inbound_at, closed_at, closed_reason, assign_channel_agent_id,
  is_test, initiated_by, updated_at
)
select
  o.id, chats.id, chats.room_id, chats.contact_id, chats.channel, chats.topic, chats.first_inbound_at, chats.first_inbound_at, chats.closed_at,
  chats.closed_reason, chats.assign_channel_agent_id, chats.is_test, chats.initiated_by, chats.updated_at
from organizations o
cross join (
  {chats_of_rooms}
) chats
where o.id = $1
on conflict (organization_id, id) do update set
  contact_id = excluded.contact_id,
  channel = excluded.channel,
  topic = excluded.topic,
  closed_at = excluded.closed_at,
  closed_reason = excluded.closed_reason,
  assign_channel_agent_id = excluded.assign_channel_agent_id,
  is_test = excluded.is_test,
  initiated_by = excluded.initiated_by,
  updated_at = excluded.updated_at
where (stored.contact_id, stored.channel, stored.topic, stored.closed_at, stored.closed_reason, stored.assign_channel_agent_id, stored.is_test, stored.initiated_by, stored.updated_at)
  is distinct from (excluded.contact_id, excluded.channel, excluded.topic, excluded.closed_at, excluded.closed_reason, excluded.assign_channel_agent_id, excluded.is_test, excluded.initiated_by, excluded.updated_at)
returning stored.id
