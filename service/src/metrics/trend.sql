-- Net and gross of every Monday week and month that has closed chats.
-- $1 organization, $2 dimension, $3 key
select
  case when grouping(week) = 0 then 'week' else 'month' end as unit,
  coalesce(week, month) as from_day,
  coalesce(sum(n) filter (where measure = 'stayed_solved'), 0)::bigint as stayed_solved,
  coalesce(sum(n) filter (where measure = 'came_back'), 0)::bigint as came_back,
  coalesce(sum(n) filter (where measure in ('stayed_solved', 'came_back', 'handed_over', 'ended_unclear')), 0)::bigint as judged
from daily_counts
cross join lateral (select date_trunc('week', local_day::timestamp)::date as week, date_trunc('month', local_day::timestamp)::date as month) span
where organization_id = $1
  and dimension = $2
  and key = $3
  and measure in ('human_only', 'checking', 'uncheckable', 'came_back', 'stayed_solved', 'handed_over', 'ended_unclear')
group by grouping sets ((week), (month))
order by unit, from_day;
