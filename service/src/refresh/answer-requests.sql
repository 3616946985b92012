-- What was requested by then is done, but for chats that a count of all has left alone, because they had changed since it was requested: theirs may be
-- among these requests. Without a row left nothing waits.
-- $1 organization, $2 the last request that is done
delete from recounts
where organization_id = $1
  and requested = $2
  and not exists (select from changed_episodes c where c.organization_id = $1);
