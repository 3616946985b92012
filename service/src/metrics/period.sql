-- When the figures of a period stop moving: the return window after the first moment of the next local day.
-- $1 time zone, $2 last local day, $3 hours of the return window, $4 as_of or null
select
  case when ended.at + make_interval(hours => $3) <= $4::timestamptz then 'final' else 'provisional' end as status,
  ((ended.at + make_interval(hours => $3)) at time zone $1)::date as final_on
from (select ($2::date + 1)::timestamp at time zone $1 as at) midnight
cross join lateral (
  -- Where clocks go back at midnight, 00:00 comes twice and PostgreSQL takes the second; the day begins with the first.
  select case when ((midnight.at - interval '1 hour') at time zone $1)::date > $2::date then midnight.at - interval '1 hour' else midnight.at end as at
) ended;
