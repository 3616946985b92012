-- What was requested by then is done. Without a row left nothing waits.
-- $1 organization, $2 the last request that is done
delete from recounts where organization_id = $1 and requested = $2;
