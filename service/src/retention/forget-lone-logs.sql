-- What the AI logged about rooms that are not there.
-- $1 organization, $2 the moment
delete from ai_activity_logs l
where l.organization_id = $1
  and l.updated_at < $2::timestamptz
  and not exists (select from rooms r where r.organization_id = $1 and r.id = l.room_id)
