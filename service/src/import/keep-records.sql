-- Keeps what a source with re-used rooms says, one batch of one kind. Of the same thing the newest updated_at wins, as in upsert-rooms.sql.
-- $1 organization, $2 kind, $3 rooms, $4 moments, $5 records as JSON, $6 updated_at
insert into room_records as stored (organization_id, room_id, kind, at, record, updated_at)
select o.id, room_id, $2, at, record, updated_at
from organizations o
cross join (
  select distinct on (room_id, at) room_id, at, record, updated_at
  from unnest($3::text[], $4::text[]::timestamptz[], $5::text[]::jsonb[], $6::text[]::timestamptz[]) with ordinality as t (room_id, at, record, updated_at, position)
  order by room_id, at, updated_at desc, position desc
) incoming
where o.id = $1
  -- of days whose chats are no longer kept (docs/scale.md)
  and (coalesce(nullif(incoming.at, '-infinity'), (incoming.record ->> 'closed_at')::timestamptz) < start_of_day(o.kept_from, o.time_zone)) is not true
on conflict (organization_id, room_id, kind, at) do update set record = excluded.record, updated_at = excluded.updated_at
where excluded.updated_at >= stored.updated_at and (stored.record, stored.updated_at) is distinct from (excluded.record, excluded.updated_at)
returning stored.room_id
