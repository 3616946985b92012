-- The moment as of which the outcomes were counted, and the one that they shall be counted as of: it goes back only when asked to. With both
-- goes how far the figures are final.
-- $1 organization, $2 the newest event or null, $3 whether an earlier moment is meant, $4 hours of the return window
select
  organizations.as_of as counted_as_of,
  meant.as_of,
  final_through(organizations.as_of, time_zone, $4) as counted_through,
  final_through(meant.as_of, time_zone, $4) as final_through,
  (meant.as_of at time zone time_zone)::date as today,
  ai_activated_on
from organizations
cross join lateral (
  select
    case
      when organizations.as_of is null or $2::timestamptz > organizations.as_of or ($2::timestamptz is not null and $3::boolean) then $2::timestamptz
      else organizations.as_of
    end as as_of
) meant
where id = $1;
