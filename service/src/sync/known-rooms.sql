-- The rooms of an organization that are in, in their order, whether a room is one chat or holds one after the other.
-- $1 organization, $2 the last one that was seen, $3 how many
select id
from (
  (select id from rooms where organization_id = $1 and room_id is null and id > $2 order by id limit $3)
  union
  (select distinct room_id from room_records where organization_id = $1 and room_id > $2 order by room_id limit $3)
) known
order by id
limit $3
