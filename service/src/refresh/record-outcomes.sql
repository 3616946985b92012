-- The outcome of each changed chat (spec/metrics.md, sections 2 and 3): the only place that knows the rules. A chat that is gone, or left out
-- by the view, gets no row.
-- $1 organization, $2 and $3 the changed chats after the one id and up to the other, $4 as_of, $5 hours of the return window,
-- $6 whether a return on another channel counts
insert into episode_outcomes (
  organization_id, id, local_day, channel, topic, closed_at, outcome, young, returned_in,
  first_inbound_at, ai_involved, return_helped_by, local_hour, after_hours, turns, mood_change, mood_eligible, ruled,
  quality_validated
)
select
  e.organization_id,
  e.id,
  (coalesce(e.closed_at, e.first_inbound_at) at time zone o.time_zone)::date,
  e.channel,
  e.topic,
  e.closed_at,
  -- the order of the tests is the rule
  case
    when e.closed_at is null then 'still_open'
    when not e.ai_involved then 'human_only'
    when age.young then 'checking'
    when e.contact_id is null then 'uncheckable'
    when back.id is not null then 'came_back'
    when e.solved_by_ai then 'stayed_solved'
    when e.human_attached then 'handed_over'
    else 'ended_unclear'
  end,
  age.young,
  back.id,
  e.first_inbound_at,
  e.ai_involved,
  back.helped_by,
  extract(hour from arrived.at)::smallint,
  shop.closed,
  case when e.turns >= 1 then e.turns end,
  case when mood.eligible then case sign(e.mood_at_end - e.mood_at_start) when 1 then 'better' when 0 then 'same' when -1 then 'worse' end end,
  mood.eligible,
  exists (select from return_rulings r where r.organization_id = e.organization_id and r.id = e.id),
  e.quality_validated
from changed_episodes c
-- one chat at a time, whatever the planner expects (see mark-neighbours.sql)
cross join lateral (select * from episodes e where e.organization_id = c.organization_id and e.id = c.id offset 0) e
join organizations o on o.id = e.organization_id
cross join lateral (select e.closed_at is not null and e.closed_at + make_interval(hours => $5) >= $4::timestamptz as young) age
cross join lateral (select e.first_inbound_at at time zone o.time_zone as at) arrived
cross join lateral (
  select e.ai_involved and coalesce(e.customer_messages >= 2, e.mood_at_start is not null and e.mood_at_end is not null) as eligible
) mood
left join lateral (
  -- Whether the team was away: no shift holds the first message. A shift belongs to the day on which it starts, so yesterday's may hold it too;
  -- each day goes by the schedule that held on it, and has no shifts on a holiday. No row without a schedule for the day itself.
  select not exists (
    select
    from (values (arrived.at::date, 0), (arrived.at::date - 1, 1440)) started (day, minutes_ago)
    cross join lateral (
      select w.effective_from
      from working_hours w
      where w.organization_id = e.organization_id and w.effective_from <= started.day
      order by w.effective_from desc
      limit 1
    ) schedule
    join working_shifts s
      on s.organization_id = e.organization_id
      and s.effective_from = schedule.effective_from
      and s.day_number = extract(dow from started.day)
      and extract(hour from arrived.at) * 60 + extract(minute from arrived.at) + started.minutes_ago >= s.opens
      and extract(hour from arrived.at) * 60 + extract(minute from arrived.at) + started.minutes_ago < s.closes
    where not exists (
      select from holidays h where h.organization_id = e.organization_id and h.effective_from = schedule.effective_from and h.day = started.day
    )
  ) as closed
  where exists (select from working_hours w where w.organization_id = e.organization_id and w.effective_from <= arrived.at::date)
) shop on true
left join lateral (
  -- the first chat in which the customer asked again
  select f.id, case when f.solved_by_ai then 'ai' when f.closed_at is not null and (f.human_attached or not f.ai_involved) then 'team' else 'open' end as helped_by
  from episodes f
  where e.solved_by_ai
    and not age.young
    and f.organization_id = e.organization_id
    and f.contact_id = e.contact_id
    and f.first_inbound_at > e.closed_at
    and f.first_inbound_at <= e.closed_at + make_interval(hours => $5)
    and f.id <> e.id
    and f.opened_by_customer
    and not f.thanks_only
    and ($6::boolean or f.channel = e.channel)
    -- an unknown topic counts as the same
    and (f.topic = e.topic or f.topic is null or e.topic is null)
    and not exists (select from return_rulings r where r.organization_id = e.organization_id and r.id = e.id and r.returned_in = f.id)
  order by f.first_inbound_at, f.id collate "C"
  limit 1
) back on true
where c.organization_id = $1
  and c.id > $2
  and c.id <= $3;
