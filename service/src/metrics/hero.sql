-- How many chats had which outcome, in the period and in the one before.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day, $6 and $7 those of the period before
select period.name as period, counts.measure, sum(counts.n)::bigint as n
from (values ('current', $4::date, $5::date), ('previous', $6::date, $7::date)) period (name, first_day, last_day)
join daily_counts counts
  on counts.organization_id = $1
  and counts.dimension = $2
  and counts.key = $3
  and counts.measure in (
    'human_only', 'checking', 'uncheckable', 'came_back', 'stayed_solved', 'handed_over', 'ended_unclear', 'still_open', 'human_only_young', 'corrected'
  )
  and counts.local_day between period.first_day and period.last_day
group by period.name, counts.measure;
