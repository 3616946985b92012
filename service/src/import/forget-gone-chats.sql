-- Takes out the chats of rooms that have become part of others.
-- $1 organization, $2 rooms
delete from rooms
where organization_id = $1
  and room_id = any ($2::text[])
  and id not in (select chats.id from (
    {chats_of_rooms}
  ) chats)
returning id
