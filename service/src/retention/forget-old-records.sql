-- What a source with re-used rooms said at moments of chats that are gone. What is about a chat that is kept stays: a close that ended it once before, say.
-- $1 organization, $2 the moment before which chats went, $3 their rooms
delete from room_records r
where r.organization_id = $1
  and r.room_id = any ($3::text[])
  and r.at > '-infinity'
  and r.at < $2::timestamptz
  and not exists (select from rooms c where c.organization_id = $1 and c.room_id = r.room_id and c.first_inbound_at <= r.at)
