-- How many of the chats that looked solved came back, in the period and in the one before, and how many returns were called a different matter.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day, $6 and $7 those of the period before
select period.name as period, counted.*
from (values ('current', $4::date, $5::date), ('previous', $6::date, $7::date)) period (name, first_day, last_day)
cross join lateral (
  select
    coalesce(sum(came_back), 0) as came_back,
    coalesce(sum(stayed_solved), 0) as stayed_solved,
    coalesce(sum(corrected), 0) as corrected
  from daily_counts
  where organization_id = $1 and dimension = $2 and key = $3 and local_day between period.first_day and period.last_day
) counted;
