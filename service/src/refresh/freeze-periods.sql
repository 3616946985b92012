-- Keeps what the final weeks and months have counted, where that is not what was kept of them last. It reads a few sums of each day, and never a
-- chat; days before the first change are passed by.
-- $1 organization, $2 the last day whose figures are final, $3 as_of, $4 the definition of net, $5 the first day of which a figure can be another one
-- than when periods were last looked at
insert into period_revisions (
  organization_id, dimension, key, unit, from_day, to_day, revision, definition,
  human_only, uncheckable, came_back, stayed_solved, handed_over, ended_unclear, corrected, as_of
)
select
  o.id, n.dimension, n.key, n.unit, n.from_day, n.to_day, coalesce(last.revision, 0) + 1, $4::integer,
  n.human_only, n.uncheckable, n.came_back, n.stayed_solved, n.handed_over, n.ended_unclear, n.corrected, $3::timestamptz
from organizations o
cross join (
  with counted as (
    select
      dimension,
      key,
      case when grouping(week) = 0 then 'week' else 'month' end as unit,
      coalesce(week, month) as from_day,
      sum(human_only) as human_only,
      sum(uncheckable) as uncheckable,
      sum(came_back) as came_back,
      sum(stayed_solved) as stayed_solved,
      sum(handed_over) as handed_over,
      sum(ended_unclear) as ended_unclear,
      sum(corrected) as corrected
    from daily_counts
    cross join lateral (select date_trunc('week', local_day::timestamp)::date as week, date_trunc('month', local_day::timestamp)::date as month) span
    where organization_id = $1
      and dimension in ('all', 'channel')
      and human_only + uncheckable + came_back + stayed_solved + handed_over + ended_unclear > 0
      and local_day between least(date_trunc('week', $5::timestamp), date_trunc('month', $5::timestamp))::date and $2::date
    group by grouping sets ((dimension, key, week), (dimension, key, month))
  ),
  -- from the first chat on, or from the first that was frozen, those without chats too
  begun as (
    select dimension, key, unit, min(from_day) as from_day
    from (
      select dimension, key, unit, from_day from counted
      union all
      select dimension, key, unit, from_day from period_revisions where organization_id = $1
    ) known
    group by dimension, key, unit
  ),
  final as (
    select b.dimension, b.key, b.unit, span.from_day::date as from_day, (span.from_day + step.length)::date - 1 as to_day
    from begun b
    cross join lateral (select ('1 ' || b.unit)::interval as length) step
    cross join lateral generate_series(greatest(b.from_day, date_trunc(b.unit, $5::timestamp)), $2::timestamp, step.length) span (from_day)
    where (span.from_day + step.length)::date - 1 <= $2::date
  ),
  now as (
    select
      f.*,
      coalesce(c.human_only, 0) as human_only,
      coalesce(c.uncheckable, 0) as uncheckable,
      coalesce(c.came_back, 0) as came_back,
      coalesce(c.stayed_solved, 0) as stayed_solved,
      coalesce(c.handed_over, 0) as handed_over,
      coalesce(c.ended_unclear, 0) as ended_unclear,
      coalesce(c.corrected, 0) as corrected
    from final f
    left join counted c using (dimension, key, unit, from_day)
  )
  select * from now
) n
left join lateral (
  select r.*
  from period_revisions r
  where r.organization_id = $1 and r.dimension = n.dimension and r.key = n.key and r.from_day = n.from_day and r.unit = n.unit
  order by r.revision desc
  limit 1
) last on true
where o.id = $1
  and (last.definition, last.human_only, last.uncheckable, last.came_back, last.stayed_solved, last.handed_over, last.ended_unclear, last.corrected)
    is distinct from ($4::integer, n.human_only, n.uncheckable, n.came_back, n.stayed_solved, n.handed_over, n.ended_unclear, n.corrected);
