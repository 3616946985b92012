-- The first day to keep: the first of the month so many months before the newest data, or before today when they are from later; and its first moment.
-- No row: nothing was ever counted, so nothing may go. It never goes back: what is gone does not come again.
-- $1 organization, $2 months, $3 the moment that counts as now
select bound.kept_from, start_of_day(bound.kept_from, o.time_zone) as moment
from organizations o
cross join lateral (
  select greatest(
    o.kept_from,
    (date_trunc('month', least(o.as_of, $3::timestamptz) at time zone o.time_zone) - make_interval(months => $2::integer))::date
  ) as kept_from
) bound
where o.id = $1 and o.as_of is not null
