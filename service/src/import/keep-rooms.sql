-- Turns chats that were imported as rooms of their own into what the source says of its rooms.
-- $1 organization
with taken as (
  delete from rooms where organization_id = $1 returning *
), kept as (
  insert into room_records (organization_id, room_id, kind, at, record, updated_at)
  select organization_id, id, 'room', '-infinity', to_jsonb(taken), updated_at from taken
)
insert into changed_episodes (organization_id, id)
select organization_id, id from taken
on conflict do nothing
