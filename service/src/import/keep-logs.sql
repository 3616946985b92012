-- Turns what the AI logged about chats into what it logged about rooms, before keep-rooms.sql.
-- $1 organization
insert into room_records (organization_id, room_id, kind, at, record, updated_at)
select organization_id, room_id, 'activity', '-infinity', to_jsonb(taken), updated_at
from ai_activity_logs taken
where organization_id = $1
