-- Whether the organization that is there is the one that was asked for.
-- $1 id, $2 name, $3 time zone, $4 first day with AI, $5 source
select name = $2 and time_zone = $3 and ai_activated_on is not distinct from $4 and source = $5 as same from organizations where id = $1
