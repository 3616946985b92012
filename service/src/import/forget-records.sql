-- Takes everything out that was said of rooms; rebuild-chats.sql then takes out their chats.
-- $1 organization, $2 rooms
with gone as (
  delete from room_records where organization_id = $1 and room_id = any ($2::text[]) returning room_id
)
select count(distinct room_id) as gone from gone
