-- Takes out what the AI logged about chats.
-- $1 organization, $2 ids
delete from ai_activity_logs where organization_id = $1 and room_id = any ($2::text[])
