-- The schedules, newest first, and the version of all of them together. One row without a schedule when there is none.
-- $1 organization
select
  o.time_zone,
  (select coalesce(max(c.seq), 0) from setting_changes c where c.organization_id = $1 and c.kind = 'working_hours') as version,
  w.effective_from,
  w.changed_by,
  w.changed_at,
  (
    select coalesce(json_agg(json_build_object('day_number', s.day_number, 'opens', s.opens, 'closes', s.closes) order by s.day_number, s.opens), '[]')
    from working_shifts s
    where s.organization_id = $1 and s.effective_from = w.effective_from
  ) as shifts,
  (
    select coalesce(json_agg(json_build_object('date', h.day, 'name', h.name) order by h.day), '[]')
    from holidays h
    where h.organization_id = $1 and h.effective_from = w.effective_from
  ) as holidays
from organizations o
left join working_hours w on w.organization_id = $1
where o.id = $1
order by w.effective_from desc;
