-- What it said of rooms as a whole that have no chat any more: their row would bring the last one back.
-- $1 organization, $2 the moment before which chats went, $3 their rooms
delete from room_records r
where r.organization_id = $1
  and r.room_id = any ($3::text[])
  and r.at = '-infinity'
  and (r.kind <> 'room' or (r.record ->> 'closed_at')::timestamptz < $2::timestamptz)
  and not exists (select from rooms c where c.organization_id = $1 and c.room_id = r.room_id)
