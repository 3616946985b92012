-- The moment as of which the outcomes were counted, and the one that they shall be counted as of: it goes back only when asked to.
-- $1 organization, $2 the newest event or null, $3 whether an earlier moment is meant
select
  as_of as counted_as_of,
  case when as_of is null or $2::timestamptz > as_of or ($2::timestamptz is not null and $3::boolean) then $2::timestamptz else as_of end as as_of
from organizations
where id = $1;
