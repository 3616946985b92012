-- Makes the organization unless it is there.
-- $1 id, $2 name, $3 time zone, $4 first day with AI, $5 source
insert into organizations (id, name, time_zone, ai_activated_on, source) values ($1, $2, $3, $4, $5)
on conflict (id) do nothing
