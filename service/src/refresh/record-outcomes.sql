-- The outcome of each changed chat (spec/metrics.md, sections 2 and 3): the only place that knows the rules. A chat that is gone, or left out
-- by the view, gets no row.
-- $1 organization, $2 and $3 the changed chats after the one id and up to the other, $4 as_of, $5 hours of the return window,
-- $6 whether a return on another channel counts
insert into episode_outcomes (organization_id, id, local_day, channel, topic, closed_at, outcome, young, returned_in)
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
  back.id
from changed_episodes c
-- one chat at a time, whatever the planner expects (see mark-neighbours.sql)
cross join lateral (select * from episodes e where e.organization_id = c.organization_id and e.id = c.id offset 0) e
join organizations o on o.id = e.organization_id
cross join lateral (select e.closed_at is not null and e.closed_at + make_interval(hours => $5) >= $4::timestamptz as young) age
left join lateral (
  -- the first chat in which the customer asked again
  select f.id
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
  order by f.first_inbound_at, f.id
  limit 1
) back on true
where c.organization_id = $1
  and c.id > $2
  and c.id <= $3;
