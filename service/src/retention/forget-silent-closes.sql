-- Closes in which no customer wrote: no chat ever came of them.
-- $1 organization, $2 the moment
delete from room_records
where organization_id = $1 and kind = 'close' and at < $2::timestamptz and record ->> 'first_inbound_at' is null
