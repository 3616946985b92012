-- How many chats had which outcome, in the period and in the one before.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day, $6 and $7 those of the period before
select period.name as period, counted.*
from (values ('current', $4::date, $5::date), ('previous', $6::date, $7::date)) period (name, first_day, last_day)
cross join lateral (
  select
    coalesce(sum(human_only), 0) as human_only,
    coalesce(sum(checking), 0) as checking,
    coalesce(sum(uncheckable), 0) as uncheckable,
    coalesce(sum(came_back), 0) as came_back,
    coalesce(sum(stayed_solved), 0) as stayed_solved,
    coalesce(sum(handed_over), 0) as handed_over,
    coalesce(sum(ended_unclear), 0) as ended_unclear,
    coalesce(sum(still_open), 0) as still_open,
    coalesce(sum(human_only_young), 0) as human_only_young,
    coalesce(sum(corrected), 0) as corrected
  from daily_counts
  where organization_id = $1 and dimension = $2 and key = $3 and local_day between period.first_day and period.last_day
) counted;
