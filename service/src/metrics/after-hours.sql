-- What AI did while the team was away, when chats begin, and whether the organization ever entered working hours.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day
select measure, sum(n)::bigint as n
from daily_counts
where organization_id = $1
  and dimension = $2
  and key = $3
  and measure = any (
    array['after_hours', 'after_hours_answered', 'after_hours_judged', 'after_hours_solved', 'schedule_known']
    || array(
      select kind.name || lpad(hour::text, 2, '0')
      from generate_series(0, 23) hour
      cross join (values ('hour_'), ('after_hours_')) kind (name)
    )
  )
  and local_day between $4::date and $5::date
group by measure
union all
select 'schedules', count(*) from working_hours where organization_id = $1;
