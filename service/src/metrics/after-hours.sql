-- What AI did while the team was away, when chats begin (first place: the hour after midnight), and whether the organization ever entered
-- working hours, also for these days. Each hour is a sum of its own, because unnest would make a row for each hour of each day, and take three times as long.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day
select
  coalesce(sum(schedule_known), 0) as schedule_known,
  coalesce(sum(after_hours), 0) as after_hours,
  coalesce(sum(after_hours_answered), 0) as after_hours_answered,
  coalesce(sum(after_hours_judged), 0) as after_hours_judged,
  coalesce(sum(after_hours_solved), 0) as after_hours_solved,
  array[
    sum(by_hour[1]), sum(by_hour[2]), sum(by_hour[3]), sum(by_hour[4]), sum(by_hour[5]), sum(by_hour[6]),
    sum(by_hour[7]), sum(by_hour[8]), sum(by_hour[9]), sum(by_hour[10]), sum(by_hour[11]), sum(by_hour[12]),
    sum(by_hour[13]), sum(by_hour[14]), sum(by_hour[15]), sum(by_hour[16]), sum(by_hour[17]), sum(by_hour[18]),
    sum(by_hour[19]), sum(by_hour[20]), sum(by_hour[21]), sum(by_hour[22]), sum(by_hour[23]), sum(by_hour[24])
  ] as by_hour,
  array[
    sum(after_hours_by_hour[1]), sum(after_hours_by_hour[2]), sum(after_hours_by_hour[3]), sum(after_hours_by_hour[4]),
    sum(after_hours_by_hour[5]), sum(after_hours_by_hour[6]), sum(after_hours_by_hour[7]), sum(after_hours_by_hour[8]),
    sum(after_hours_by_hour[9]), sum(after_hours_by_hour[10]), sum(after_hours_by_hour[11]), sum(after_hours_by_hour[12]),
    sum(after_hours_by_hour[13]), sum(after_hours_by_hour[14]), sum(after_hours_by_hour[15]), sum(after_hours_by_hour[16]),
    sum(after_hours_by_hour[17]), sum(after_hours_by_hour[18]), sum(after_hours_by_hour[19]), sum(after_hours_by_hour[20]),
    sum(after_hours_by_hour[21]), sum(after_hours_by_hour[22]), sum(after_hours_by_hour[23]), sum(after_hours_by_hour[24])
  ] as after_hours_by_hour,
  (select count(*) from working_hours where organization_id = $1) as schedules,
  (select count(*) from working_hours where organization_id = $1 and effective_from <= $5::date) as schedules_in_force
from daily_counts
where organization_id = $1 and dimension = $2 and key = $3 and local_day between $4::date and $5::date;
