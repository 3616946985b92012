-- Takes everything out that was said of rooms; their chats then go when they are rebuilt.
-- $1 organization, $2 rooms
delete from room_records where organization_id = $1 and room_id = any ($2::text[]) returning room_id
