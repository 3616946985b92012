-- Every local day that has chats or counts, in an order that the seed alone decides, and whether a change is waiting that can move its figures: the
-- change of a chat of the day, as it is now or as it was counted, or of a chat that can bring one of the day back.
-- $1 organization, $2 seed, $3 hours of the return window
with zone as (
  select time_zone from organizations where id = $1
),
-- Each step looks up one chat at a time, whatever the planner expects of the list of changes or of an organization that it does not know yet.
changed as (
  select r.id, r.contact_id, r.first_inbound_at, r.closed_at
  from changed_episodes c
  cross join lateral (select * from rooms r where r.organization_id = $1 and r.id = c.id offset 0) r
  where c.organization_id = $1
),
pending as (
  select (coalesce(c.closed_at, c.first_inbound_at) at time zone zone.time_zone)::date as day
  from changed c
  cross join zone
  union
  select (e.closed_at at time zone zone.time_zone)::date
  from changed c
  cross join zone
  cross join lateral (
    select e.closed_at
    from rooms e
    where e.organization_id = $1
      and e.contact_id = c.contact_id
      and e.closed_at < c.first_inbound_at
      and e.closed_at >= c.first_inbound_at - make_interval(hours => $3::int)
      -- only these can come back, and the index by close knows no others
      and e.closed_at is not null and e.closed_reason = 'RESOLVE_AI' and e.assign_channel_agent_id is null
    offset 0
  ) e
  union
  select o.local_day
  from changed_episodes c
  cross join lateral (
    select o.local_day from episode_outcomes o where o.organization_id = $1 and o.id = c.id
    union all
    select o.local_day from episode_outcomes o where o.organization_id = $1 and o.returned_in = c.id
    offset 0
  ) o
  where c.organization_id = $1
),
days as (
  select local_day as day from daily_counts where organization_id = $1
  union
  select local_day from episode_outcomes where organization_id = $1
  union
  select (coalesce(r.closed_at, r.first_inbound_at) at time zone zone.time_zone)::date
  from rooms r
  cross join zone
  where r.organization_id = $1
    and r.first_inbound_at is not null
    and not r.is_test
    and (r.closed_reason is null or upper(r.closed_reason) not in ('SPAM', 'BLOCKED'))
)
select
  days.day,
  exists (select from pending where pending.day = days.day)
    or exists (select from recounts where organization_id = $1 and requested_whole > 0) as pending
from days
-- days before that have lost their chats, and nothing to compare with
where days.day >= coalesce((select kept_from from organizations where id = $1), '-infinity')
order by md5($2::text || $1::uuid || days.day), days.day;
