-- What was requested since waits on, and so do chats that were left alone; a request for all chats that is done does not.
-- $1 organization, $2 the last request that is done
update recounts
set requested_whole = case when requested_whole > $2 then requested_whole else 0 end, failures = 0, due_at = now()
where organization_id = $1;
