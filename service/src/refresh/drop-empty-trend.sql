-- A week or a month that has no closed chat any more shall not linger. Each is looked up by itself (see mark-neighbours.sql).
-- $1 organization
delete from trend_counts
where organization_id = $1
  and not exists (
    select
    from daily_counts d
    where d.organization_id = $1
      and d.dimension = trend_counts.dimension
      and d.key = trend_counts.key
      and d.local_day >= trend_counts.from_day
      and d.local_day < trend_counts.from_day + case when trend_counts.unit = 'week' then interval '7 days' else interval '1 month' end
      and d.human_only + d.checking + d.uncheckable + d.came_back + d.stayed_solved + d.handed_over + d.ended_unclear > 0
    offset 0
  );
