-- What every figure of a report rests on. Before the first import there is no moment; then the clock names the day, and no figure depends on it.
-- $1 organization
select id::text as id, name, time_zone, source, as_of, revision, (coalesce(as_of, now()) at time zone time_zone)::date as today
from organizations
where id = $1;
