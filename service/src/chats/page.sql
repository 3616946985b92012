-- The next chats behind a figure, newest first: a short walk along the index for each outcome, merged. Which chats the days hold is told by
-- local_day, as in the daily counts; the moments only say where along the index these days lie, with hours to spare for every change of clocks.
-- They are computed apart: row-level security would keep a condition that computes them row by row away from the index.
-- $1 organization, $2 outcomes, $3 and $4 first and last day, $5 channel or null, $6 and $7 where the last page ended (infinity: nowhere yet),
-- $8 how many, $9 ruled, $10 after hours, $11 AI involved, $12 turns known, $13 moods, $14 mood could be measured, $15 who helped those that came
-- back, $16 return window passed, $17 mood known, $18 local hour of the first message, $19 turns (21: more than 20): each null when it does not
-- matter
with days as materialized (
  select
    start_of_day($3::date, time_zone) - interval '3 hours' as first_moment,
    start_of_day($4::date + 1, time_zone) + interval '3 hours' as last_moment,
    rooms_reused
  from organizations
  where id = $1
)
select
  e.id,
  room_of_chat(e.id, days.rooms_reused) as room_id,
  e.channel,
  e.topic,
  e.first_inbound_at,
  e.closed_at,
  e.outcome,
  e.returned_in,
  room_of_chat(e.returned_in, days.rooms_reused) as returned_in_room_id,
  -- where another return was found behind the one that was ruled on, nothing is corrected
  e.outcome = 'stayed_solved' and e.ruled as corrected,
  e.sort_at
from days
cross join unnest($2::text[]) kind (outcome)
cross join lateral (
  select e.*
  from episode_outcomes e
  where e.organization_id = $1
    and e.outcome = kind.outcome
    and e.sort_at >= days.first_moment
    and e.sort_at < days.last_moment
    and (e.sort_at, e.id) < ($6::timestamptz, $7::text)
    and e.local_day between $3::date and $4::date
    and ($5::text is null or e.channel = $5)
    and ($9::boolean is null or e.ruled)
    and ($10::boolean is null or e.after_hours)
    and ($11::boolean is null or e.ai_involved)
    and ($12::boolean is null or (e.turns is not null) = $12)
    and ($13::text[] is null or e.mood_change = any ($13))
    and ($14::boolean is null or e.mood_eligible)
    and ($15::text is null or e.return_helped_by = $15)
    and ($16::boolean is null or not e.young)
    and ($17::boolean is null or (e.mood_change is not null) = $17)
    and ($18::smallint is null or e.local_hour = $18)
    and ($19::integer is null or least(e.turns, 21) = $19)
  order by e.sort_at desc, e.id desc
  limit $8
) e
order by e.sort_at desc, e.id desc
limit $8;
