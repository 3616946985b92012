-- Forgets rows that could not be taken before and now can.
-- $1 organization, $2 kind, $3 ids
delete from sync_rejects where organization_id = $1 and kind = $2 and id = any ($3::text[])
