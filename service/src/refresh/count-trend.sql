-- The weeks and months of the trend, from the daily counts. All of them are added up, and only those that differ are written: that takes a few
-- milliseconds, and the days before the change need not be remembered.
-- $1 organization
insert into trend_counts as counted (organization_id, dimension, key, unit, from_day, stayed_solved, came_back, judged)
select
  organization_id,
  dimension,
  key,
  case when grouping(week) = 0 then 'week' else 'month' end,
  coalesce(week, month),
  sum(stayed_solved),
  sum(came_back),
  sum(stayed_solved + came_back + handed_over + ended_unclear)
from daily_counts
cross join lateral (select date_trunc('week', local_day::timestamp)::date as week, date_trunc('month', local_day::timestamp)::date as month) span
where organization_id = $1
  and dimension <> 'topic'
  and human_only + checking + uncheckable + came_back + stayed_solved + handed_over + ended_unclear > 0
group by grouping sets ((organization_id, dimension, key, week), (organization_id, dimension, key, month))
on conflict (organization_id, dimension, key, unit, from_day) do update set
  stayed_solved = excluded.stayed_solved,
  came_back = excluded.came_back,
  judged = excluded.judged
where (counted.stayed_solved, counted.came_back, counted.judged) is distinct from (excluded.stayed_solved, excluded.came_back, excluded.judged);
