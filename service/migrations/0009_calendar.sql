-- Local days and when their figures stop moving, said once for reports and refresh; and the daily counts in the order in which metrics read them.

-- The first moment of a local day. Where clocks go back at midnight, 00:00 comes twice and PostgreSQL takes the second; the day begins with the
-- first. Where they skip it, PostgreSQL names the moment at which they do.
create function start_of_day(day date, zone text) returns timestamptz
language sql stable
return case
  when ((day::timestamp at time zone zone - interval '1 hour') at time zone zone)::date >= day then day::timestamp at time zone zone - interval '1 hour'
  else day::timestamp at time zone zone
end;

-- The last local day whose chats have all had their return window by as_of; null without as_of.
create function final_through(as_of timestamptz, zone text, window_hours integer) returns date
language sql stable
return (
  select max((as_of at time zone zone)::date - ago)
  from generate_series(0, window_hours / 24 + 3) ago
  where start_of_day((as_of at time zone zone)::date - ago + 1, zone) + make_interval(hours => window_hours) <= as_of
);

-- A metric reads a few measures of many days; a trend reads them of all days. Measure first, it walks along those and passes the others by.
alter table daily_counts drop constraint daily_counts_pkey, add primary key (organization_id, dimension, key, measure, local_day);
