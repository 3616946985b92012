-- What a dashboard over the raw tables would ask for the same period: the headline, the trend as far as it is drawn, the journey and the return
-- rate. Written from spec/metrics.md, sections 1 to 3, and not from the service's SQL, so that it also proves the report's figures.
-- As fast as we could make it: every chat is judged once for all four, only those that one of the four shows, and the planner may join returns
-- as it likes. With a lookup of each return in the index it took as long.
-- $1 organization, $2 channel or null, $3 and $4 first and last local day, $5 as_of, $6 time zone, $7 hours of the return window,
-- $8 the first local day that any of the four shows
with rooms_with_ai as not materialized (
  select
    r.id,
    r.contact_id,
    r.channel,
    r.topic,
    r.first_inbound_at,
    r.closed_at,
    r.initiated_by is distinct from 'business' and a.thanks_only is not true as asks,
    r.assign_channel_agent_id is not null as human,
    (a.room_id is not null and coalesce(a.ai_answers, 1) > 0) or r.closed_reason is not distinct from 'RESOLVE_AI' as ai,
    r.closed_at is not null and r.closed_reason = 'RESOLVE_AI' and r.assign_channel_agent_id is null as solved
  from rooms r
  left join ai_activity_logs a on a.organization_id = r.organization_id and a.room_id = r.id
  where r.organization_id = $1
    and r.first_inbound_at is not null
    and not r.is_test
    and upper(coalesce(r.closed_reason, '')) not in ('SPAM', 'BLOCKED')
),
returns as (
  select distinct on (e.id)
    e.id,
    case when f.solved then 'came_back_ai' when f.closed_at is not null and (f.human or not f.ai) then 'came_back_team' else 'came_back_open' end as helped
  from rooms_with_ai e
  join rooms_with_ai f
    on f.contact_id = e.contact_id
    and f.first_inbound_at > e.closed_at
    and f.first_inbound_at <= e.closed_at + make_interval(hours => $7::int)
    and (f.topic = e.topic or f.topic is null or e.topic is null)
  where e.solved
    and f.asks
    and ($2::text is null or e.channel = $2)
    and e.closed_at >= $8::date::timestamp at time zone $6::text
    and e.closed_at < $5::timestamptz - make_interval(hours => $7::int)
  order by e.id, f.first_inbound_at, f.id collate "C"
),
judged as (
  select
    (coalesce(r.closed_at, r.first_inbound_at) at time zone $6::text)::date as day,
    case
      when r.closed_at is null then 'still_open'
      when not r.ai then 'human_only'
      when r.closed_at >= $5::timestamptz - make_interval(hours => $7::int) then 'checking'
      when r.contact_id is null then 'uncheckable'
      when b.id is not null then 'came_back'
      when r.solved then 'stayed_solved'
      when r.human then 'handed_over'
      else 'ended_unclear'
    end as outcome,
    b.helped
  from rooms_with_ai r
  left join returns b on b.id = r.id
  where coalesce(r.closed_at, r.first_inbound_at) >= $8::date::timestamp at time zone $6::text
    and ($2::text is null or r.channel = $2)
),
days as materialized (
  select day, outcome, helped, count(*) as n from judged group by day, outcome, helped
)
select 'outcome' as part, outcome as name, sum(n)::bigint as n, null::bigint as came_back, null::bigint as judged
from days
where day between $3::date and $4::date
group by outcome
union all
select 'journey', helped, sum(n)::bigint, null, null
from days
where day between $3::date and $4::date and helped is not null
group by helped
union all
select
  span.unit,
  date_trunc(span.unit, day::timestamp)::date::text,
  coalesce(sum(n) filter (where outcome = 'stayed_solved'), 0)::bigint,
  coalesce(sum(n) filter (where outcome = 'came_back'), 0)::bigint,
  coalesce(sum(n) filter (where outcome in ('stayed_solved', 'came_back', 'handed_over', 'ended_unclear')), 0)::bigint
from days
cross join (values ('week'), ('month')) span (unit)
where outcome <> 'still_open'
group by 1, 2
order by 1, 2;
