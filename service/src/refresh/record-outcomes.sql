-- The outcome of each chat (spec/metrics.md, sections 2 and 3). Which chats, and what has to be looked up for each, comes from one of two files:
-- chats-one-by-one.sql for a few of them, chats-by-customer.sql for all.
-- $1 organization, $2 as_of, $3 hours of the return window, $4 whether a return on another channel counts
insert into episode_outcomes as known (
  organization_id, id, local_day, channel, topic, closed_at, outcome, young, returned_in,
  first_inbound_at, ai_involved, return_helped_by, local_hour, after_hours, turns, mood_change, mood_eligible, ruled,
  quality_validated
)
select
  e.organization_id,
  e.id,
  (coalesce(e.closed_at, e.first_inbound_at) at time zone e.time_zone)::date,
  e.channel,
  e.topic,
  e.closed_at,
  -- the order of the tests is the rule
  case
    when e.closed_at is null then 'still_open'
    when not e.ai_involved then 'human_only'
    when age.young then 'checking'
    when e.contact_id is null then 'uncheckable'
    when e.solved_by_ai and e.returned_in is not null then 'came_back'
    when e.solved_by_ai then 'stayed_solved'
    when e.human_attached then 'handed_over'
    else 'ended_unclear'
  end,
  age.young,
  case when e.solved_by_ai and not age.young then e.returned_in end,
  e.first_inbound_at,
  e.ai_involved,
  case when e.solved_by_ai and not age.young then e.return_helped_by end,
  extract(hour from arrived.at)::smallint,
  -- no shift holds the first message: the team was away
  not e.opening_hours @> (extract(hour from arrived.at) * 60 + extract(minute from arrived.at))::integer,
  case when e.turns >= 1 then e.turns end,
  case
    when not mood.eligible then null
    when e.mood_at_end > e.mood_at_start then 'better'
    when e.mood_at_end = e.mood_at_start then 'same'
    when e.mood_at_end < e.mood_at_start then 'worse'
  end,
  mood.eligible,
  e.ruled and not age.young,
  e.quality_validated
from (
  {chats}
) e
cross join lateral (select e.closed_at is not null and e.closed_at + make_interval(hours => $3) >= $2::timestamptz as young) age
cross join lateral (select e.first_inbound_at at time zone e.time_zone as at) arrived
cross join lateral (
  select e.ai_involved and coalesce(e.customer_messages >= 2, e.mood_at_start is not null and e.mood_at_end is not null) as eligible
) mood
-- what belongs to a day then stands together on the disk, and the indexes by time grow at their end
order by coalesce(e.closed_at, e.first_inbound_at)
on conflict (organization_id, id) do update set
  local_day = excluded.local_day,
  channel = excluded.channel,
  topic = excluded.topic,
  closed_at = excluded.closed_at,
  outcome = excluded.outcome,
  young = excluded.young,
  returned_in = excluded.returned_in,
  first_inbound_at = excluded.first_inbound_at,
  ai_involved = excluded.ai_involved,
  return_helped_by = excluded.return_helped_by,
  local_hour = excluded.local_hour,
  after_hours = excluded.after_hours,
  turns = excluded.turns,
  mood_change = excluded.mood_change,
  mood_eligible = excluded.mood_eligible,
  ruled = excluded.ruled,
  quality_validated = excluded.quality_validated
where (
  known.local_day, known.channel, known.topic, known.closed_at, known.outcome, known.young, known.returned_in, known.first_inbound_at,
  known.ai_involved, known.return_helped_by, known.local_hour, known.after_hours, known.turns, known.mood_change, known.mood_eligible,
  known.ruled, known.quality_validated
) is distinct from (
  excluded.local_day, excluded.channel, excluded.topic, excluded.closed_at, excluded.outcome, excluded.young, excluded.returned_in,
  excluded.first_inbound_at, excluded.ai_involved, excluded.return_helped_by, excluded.local_hour, excluded.after_hours, excluded.turns,
  excluded.mood_change, excluded.mood_eligible, excluded.ruled, excluded.quality_validated
);
