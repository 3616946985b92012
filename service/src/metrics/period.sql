-- When the figures of a period stop moving: the return window after the first moment of the next local day.
-- $1 organization, $5 last local day, $8 hours of the return window
select
  case when settled.at <= as_of then 'final' else 'provisional' end as status,
  (settled.at at time zone time_zone)::date as final_on
from organizations
cross join lateral (select start_of_day($5::date + 1, time_zone) + make_interval(hours => $8) as at) settled
where id = $1;
