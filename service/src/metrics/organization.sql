-- What every figure of a report rests on. Before the first import there is no moment; then the clock names the day, and no figure depends on it.
-- $1 organization, $2 hours of the return window
select
  id::text as id,
  name,
  time_zone,
  ai_activated_on,
  source,
  channels,
  as_of,
  revision,
  kept_from,
  (coalesce(as_of, now()) at time zone time_zone)::date as today,
  final_through(as_of, time_zone, $2) as final_through,
  exists (select from recounts where organization_id = $1) as recounting
from organizations
where id = $1;
