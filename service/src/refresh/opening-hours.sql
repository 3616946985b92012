-- When the team is there on days.day, in minutes of that day; null: no schedule holds on it. A shift belongs to the day on which it starts, so
-- yesterday's may reach into it; each day goes by the schedule that held on it, and has no shifts on a holiday.
-- $1 organization
select
  case
    when exists (select from working_hours w where w.organization_id = $1 and w.effective_from <= days.day)
    then coalesce(range_agg(int4range(s.opens - started.minutes_ago, s.closes - started.minutes_ago)), '{}')
  end
from (values (days.day, 0), (days.day - 1, 1440)) started (day, minutes_ago)
join working_shifts s
  on s.organization_id = $1
  and s.effective_from = (
    select max(w.effective_from) from working_hours w where w.organization_id = $1 and w.effective_from <= started.day
  )
  and s.day_number = extract(dow from started.day)
where not exists (
  select from holidays h where h.organization_id = $1 and h.effective_from = s.effective_from and h.day = started.day
)
