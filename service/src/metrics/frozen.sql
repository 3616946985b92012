-- How the period was frozen, and its newest revision. Only a Monday week or a calendar month has any.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day, $9 the definition of net
select
  first.frozen_at,
  first.stayed_solved as solved,
  first.stayed_solved + first.came_back + first.handed_over + first.ended_unclear as judged,
  newest.revision,
  case when newest.revision > first.revision then newest.frozen_at end as revised_at
from (
  select *
  from period_revisions
  where organization_id = $1 and dimension = $2 and key = $3 and from_day = $4::date and to_day = $5::date and definition = $9
  order by revision
  limit 1
) first
cross join (
  select *
  from period_revisions
  where organization_id = $1 and dimension = $2 and key = $3 and from_day = $4::date and to_day = $5::date and definition = $9
  order by revision desc
  limit 1
) newest;
