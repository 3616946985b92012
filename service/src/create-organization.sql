-- Makes the organization unless it is there, and tells whether what stands there now is what was asked for.
-- $1 id, $2 name, $3 time zone, $4 first day with AI, $5 source
with created as (
  insert into organizations (id, name, time_zone, ai_activated_on, source) values ($1, $2, $3, $4, $5)
  on conflict (id) do nothing
  returning true as same
)
select same from created
union all
select name = $2 and time_zone = $3 and ai_activated_on is not distinct from $4 and source = $5 from organizations where id = $1;
