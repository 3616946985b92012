-- The next rooms of which anything is known, in order.
-- $1 organization, $2 the last one that is done, $3 how many
select array(
  select distinct room_id from room_records where organization_id = $1 and room_id > $2 order by room_id limit $3
) as rooms
