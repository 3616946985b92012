-- Takes out logs of chats to which nothing that was logged belongs any more.
-- $1 organization, $2 rooms
delete from ai_activity_logs
where organization_id = $1
  and room_id = any (array(select r.id from rooms r where r.organization_id = $1 and r.room_id = any ($2::text[])))
  and room_id not in (select logs.id from (
    {logs_of_rooms}
  ) logs)
returning room_id as id
