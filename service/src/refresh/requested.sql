-- Without a row nothing is requested.
-- $1 organization
select
  requested,
  requested_whole > 0 as whole,
  exists (select from changed_episodes c where c.organization_id = $1) as noted
from recounts
where organization_id = $1;
