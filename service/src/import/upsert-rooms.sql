-- One batch. Times and flags travel as text, so that one array type serves every column and microseconds survive.
-- Of the same id the newest updated_at wins, and at a tie the row read last: first inside the batch, then against the table.
-- The order by id keeps two imports from locking rows crosswise.
insert into rooms as stored (organization_id, id, contact_id, channel, topic, created_at, first_inbound_at, closed_at, closed_reason, assign_channel_agent_id, is_test, initiated_by, updated_at)
select o.id, incoming.id, contact_id, channel, topic, incoming.created_at::timestamptz, first_inbound_at::timestamptz, closed_at::timestamptz, closed_reason, assign_channel_agent_id, is_test::boolean, initiated_by, updated_at::timestamptz
from organizations o
cross join (
  select distinct on (id) *
  from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
    with ordinality as t (id, contact_id, channel, topic, created_at, first_inbound_at, closed_at, closed_reason, assign_channel_agent_id, is_test, initiated_by, updated_at, position)
  order by id, updated_at::timestamptz desc, position desc
) incoming
where o.id = $1
  -- of days whose chats are no longer kept (docs/scale.md)
  and (
    coalesce(incoming.closed_at, case when incoming.first_inbound_at is null then incoming.created_at end)::timestamptz < start_of_day(o.kept_from, o.time_zone)
  ) is not true
on conflict (organization_id, id) do update set
  contact_id = excluded.contact_id,
  channel = excluded.channel,
  topic = excluded.topic,
  created_at = excluded.created_at,
  first_inbound_at = excluded.first_inbound_at,
  closed_at = excluded.closed_at,
  closed_reason = excluded.closed_reason,
  assign_channel_agent_id = excluded.assign_channel_agent_id,
  is_test = excluded.is_test,
  initiated_by = excluded.initiated_by,
  updated_at = excluded.updated_at
where excluded.updated_at >= stored.updated_at
  and (stored.contact_id, stored.channel, stored.topic, stored.created_at, stored.first_inbound_at, stored.closed_at, stored.closed_reason, stored.assign_channel_agent_id, stored.is_test, stored.initiated_by, stored.updated_at)
    is distinct from (excluded.contact_id, excluded.channel, excluded.topic, excluded.created_at, excluded.first_inbound_at, excluded.closed_at, excluded.closed_reason, excluded.assign_channel_agent_id, excluded.is_test, excluded.initiated_by, excluded.updated_at)
returning stored.id
