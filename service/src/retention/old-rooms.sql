-- The next rooms to delete, in order: those closed before the moment, and those of before it in which no customer ever wrote. An open chat stays,
-- however old: it can still be closed.
-- $1 organization, $2 the moment, $3 the last one that is done, $4 how many
select id, room_id
from rooms
where organization_id = $1
  and id > $3
  and coalesce(closed_at, case when first_inbound_at is null then created_at end) < $2::timestamptz
order by id
limit $4
