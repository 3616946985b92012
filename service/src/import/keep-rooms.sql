-- Turns chats that were imported as rooms of their own into what the source says of its rooms.
-- $1 organization
insert into room_records (organization_id, room_id, kind, at, record, updated_at)
select organization_id, id, 'room', '-infinity', to_jsonb(taken), updated_at
from rooms taken
where organization_id = $1
