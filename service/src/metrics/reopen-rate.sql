-- How many of the chats that looked solved came back, in the period and in the one before, and how many returns were called a different matter.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day, $6 and $7 those of the period before
select period.name as period, counts.measure, sum(counts.n)::bigint as n
from (values ('current', $4::date, $5::date), ('previous', $6::date, $7::date)) period (name, first_day, last_day)
join daily_counts counts
  on counts.organization_id = $1
  and counts.dimension = $2
  and counts.key = $3
  and counts.measure in ('came_back', 'stayed_solved', 'corrected')
  and counts.local_day between period.first_day and period.last_day
group by period.name, counts.measure;
