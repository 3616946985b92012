-- Every organization, for the demo's choice.
select id::text as id, name, time_zone, ai_activated_on, source from organizations order by created_at, name, id;
