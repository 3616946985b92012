-- Where stored figures differ from what the rooms and logs say. Written from spec/metrics.md, sections 1 to 5, and not from the SQL that counts, and it
-- reads none of its views or functions: a recount that shares the mistake would not find it.
--
-- The chats of the days are judged once. Their counts are compared as one row for each measure that is not 0, places of a histogram among them; a
-- column that is added to daily_counts and not here differs as soon as it counts anything. Weeks and months are added up of the days that were
-- recounted and, for the others, of their stored counts.
-- $1 organization, $2 local days to recount, $3 local days whose weeks and months are left out, $4 hours of the return window,
-- $5 whether a return on another channel counts
with shop as (
  select id as organization_id, time_zone, as_of, make_interval(hours => $4::int) as return_window from organizations where id = $1
),
chats as materialized (
  select
    r.id,
    r.contact_id,
    r.channel,
    r.topic,
    r.first_inbound_at,
    r.closed_at,
    (coalesce(r.closed_at, r.first_inbound_at) at time zone shop.time_zone)::date as local_day,
    r.first_inbound_at at time zone shop.time_zone as arrived,
    r.closed_at is not null and r.closed_at >= shop.as_of - shop.return_window as young,
    (a.room_id is not null and coalesce(a.ai_answers, 1) > 0) or coalesce(r.closed_reason, '') = 'RESOLVE_AI' as ai,
    r.assign_channel_agent_id is not null as human,
    a.turns,
    a.customer_messages,
    lower(a.sentiment_start) as mood_at_start,
    lower(a.sentiment_end) as mood_at_end,
    a.confidence is not null and a.answer_scope is not null and (a.out_of_scope_reason is not null or lower(a.answer_scope) <> 'out_of_scope') as scored,
    coalesce(r.closed_reason, '') = 'RESOLVE_AI' as closed_by_ai
  from rooms r
  cross join shop
  left join ai_activity_logs a on a.organization_id = $1 and a.room_id = r.id
  where r.organization_id = $1
    and r.first_inbound_at is not null
    and not r.is_test
    and (r.closed_reason is null or upper(r.closed_reason) not in ('SPAM', 'BLOCKED'))
    and (coalesce(r.closed_at, r.first_inbound_at) at time zone shop.time_zone)::date = any ($2::date[])
),
-- When the team was there, around each day on which a chat began and for which there is a schedule: by the shifts that start on that day and on the
-- one before, each by the schedule of its own day.
hours as (
  select
    began.day,
    (
      select range_agg(tsrange(shift_day.day + make_interval(mins => s.opens), shift_day.day + make_interval(mins => s.closes)))
      from (values (began.day), (began.day - 1)) shift_day (day)
      join working_shifts s
        on s.organization_id = $1
        and s.day_number = extract(dow from shift_day.day)
        and s.effective_from = (select max(w.effective_from) from working_hours w where w.organization_id = $1 and w.effective_from <= shift_day.day)
      where not exists (select from holidays h where h.organization_id = $1 and h.effective_from = s.effective_from and h.day = shift_day.day)
    ) as open
  from (select distinct arrived::date as day from chats) began
  where exists (select from working_hours w where w.organization_id = $1 and w.effective_from <= began.day)
),
moods (word, at) as (
  values ('negative', -1), ('negatif', -1), ('neutral', 0), ('netral', 0), ('positive', 1), ('positif', 1)
),
judged as materialized (
  select
    c.id,
    c.local_day,
    c.channel,
    c.topic,
    c.first_inbound_at,
    c.closed_at,
    case
      when c.closed_at is null then 'still_open'
      when not c.ai then 'human_only'
      when c.young then 'checking'
      when c.contact_id is null then 'uncheckable'
      when c.human then 'handed_over'
      when not c.closed_by_ai then 'ended_unclear'
      when f.returned_in is null then 'stayed_solved'
      else 'came_back'
    end as outcome,
    c.young,
    c.ai as ai_involved,
    f.returned_in,
    f.helped_by as return_helped_by,
    extract(hour from c.arrived)::smallint as local_hour,
    case when hours.day is not null then not coalesce(hours.open @> c.arrived, false) end as after_hours,
    case when c.turns > 0 then c.turns end as turns,
    c.ai and case when c.customer_messages is null then mood.starts is not null and mood.ends is not null else c.customer_messages > 1 end as mood_eligible,
    case
      when not c.ai or c.customer_messages < 2 or mood.starts is null or mood.ends is null then null
      when mood.ends > mood.starts then 'better'
      when mood.ends < mood.starts then 'worse'
      else 'same'
    end as mood_change,
    -- what was ruled about a chat that is no return, or is none any more, corrects nothing
    c.closed_by_ai and not c.human and not c.young and exists (
      select
      from return_rulings m
      join rooms r on r.organization_id = $1 and r.id = m.returned_in
      left join ai_activity_logs a on a.organization_id = $1 and a.room_id = r.id
      where m.organization_id = $1
        and m.id = c.id
        and r.contact_id = c.contact_id
        and r.first_inbound_at > c.closed_at
        and r.first_inbound_at <= c.closed_at + shop.return_window
        and r.id <> c.id
        and not r.is_test
        and (r.closed_reason is null or upper(r.closed_reason) not in ('SPAM', 'BLOCKED'))
        and coalesce(r.initiated_by, 'customer') = 'customer'
        and not coalesce(a.thanks_only, false)
        and coalesce(r.topic = c.topic, true)
        and ($5::boolean or r.channel = c.channel)
    ) as ruled,
    c.scored as quality_validated
  from chats c
  cross join shop
  -- The first question of the same customer within the window; for one chat at a time, so that no plan can be a bad one.
  left join lateral (
    select
      r.id as returned_in,
      case
        when r.closed_at is null then 'open'
        when r.assign_channel_agent_id is not null then 'team'
        when coalesce(r.closed_reason, '') = 'RESOLVE_AI' then 'ai'
        when a.room_id is not null and coalesce(a.ai_answers, 1) > 0 then 'open'
        else 'team'
      end as helped_by
    from rooms r
    left join ai_activity_logs a on a.organization_id = $1 and a.room_id = r.id
    where c.closed_by_ai
      and not c.human
      and not c.young
      and r.organization_id = $1
      and r.contact_id = c.contact_id
      and r.first_inbound_at > c.closed_at
      and r.first_inbound_at <= c.closed_at + shop.return_window
      and r.id <> c.id
      and not r.is_test
      and (r.closed_reason is null or upper(r.closed_reason) not in ('SPAM', 'BLOCKED'))
      and coalesce(r.initiated_by, 'customer') = 'customer'
      and not coalesce(a.thanks_only, false)
      and coalesce(r.topic = c.topic, true)
      and ($5::boolean or r.channel = c.channel)
      and not exists (select from return_rulings m where m.organization_id = $1 and m.id = c.id and m.returned_in = r.id)
    order by r.first_inbound_at, r.id collate "C"
    limit 1
  ) f on true
  left join hours on hours.day = c.arrived::date
  cross join lateral (
    select
      case when c.mood_at_start ~ '^[+-]?\d{1,9}(\.\d{1,9})?$' then c.mood_at_start::numeric else (select at from moods where word = c.mood_at_start) end as starts,
      case when c.mood_at_end ~ '^[+-]?\d{1,9}(\.\d{1,9})?$' then c.mood_at_end::numeric else (select at from moods where word = c.mood_at_end) end as ends
  ) mood
),
-- Narrow counts beside each other, one for each histogram.
scalars as (
  select
    case when grouping(channel) = 0 then 'channel' when grouping(topic) = 0 then 'topic' else 'all' end as dimension,
    case when grouping(channel) = 0 then channel when grouping(topic) = 0 then topic else '' end as key,
    local_day,
    1 as rows,
    count(*) filter (where outcome = 'human_only') as human_only,
    count(*) filter (where outcome = 'checking') as checking,
    count(*) filter (where outcome = 'uncheckable') as uncheckable,
    count(*) filter (where outcome = 'came_back') as came_back,
    count(*) filter (where outcome = 'stayed_solved') as stayed_solved,
    count(*) filter (where outcome = 'handed_over') as handed_over,
    count(*) filter (where outcome = 'ended_unclear') as ended_unclear,
    count(*) filter (where outcome = 'still_open') as still_open,
    count(*) filter (where outcome = 'human_only' and young) as human_only_young,
    count(*) filter (where outcome = 'came_back' and return_helped_by = 'ai') as came_back_ai,
    count(*) filter (where outcome = 'came_back' and return_helped_by = 'team') as came_back_team,
    count(*) filter (where outcome = 'came_back' and return_helped_by = 'open') as came_back_open,
    count(*) filter (where outcome = 'stayed_solved' and ruled) as corrected,
    count(after_hours) filter (where closed_at is not null) as schedule_known,
    count(*) filter (where closed_at is not null and after_hours) as after_hours,
    count(*) filter (where closed_at is not null and after_hours and ai_involved) as after_hours_answered,
    count(*) filter (where after_hours and outcome in ('stayed_solved', 'came_back', 'handed_over', 'ended_unclear')) as after_hours_judged,
    count(*) filter (where after_hours and outcome = 'stayed_solved') as after_hours_solved,
    count(*) filter (where closed_at is not null and mood_eligible) as mood_eligible,
    count(*) filter (where closed_at is not null and mood_change = 'better') as mood_better,
    count(*) filter (where closed_at is not null and mood_change = 'same') as mood_same,
    count(*) filter (where closed_at is not null and mood_change = 'worse') as mood_worse,
    count(*) filter (where closed_at is not null and ai_involved and quality_validated) as quality_validated,
    count(turns) filter (where outcome = 'stayed_solved') as turns_known
  from judged
  group by grouping sets ((local_day), (local_day, channel), (local_day, topic))
  having grouping(topic) = 1 or topic is not null
),
histograms as (
  select
    case when grouping(channel) = 0 then 'channel' when grouping(topic) = 0 then 'topic' else 'all' end as dimension,
    case when grouping(channel) = 0 then channel when grouping(topic) = 0 then topic else '' end as key,
    local_day,
    format('turns[%s]', capped) as measure,
    count(*) as n
  from judged
  cross join lateral (select least(turns, 21) as capped) t
  where outcome = 'stayed_solved' and turns is not null
  group by grouping sets ((local_day, capped), (local_day, channel, capped), (local_day, topic, capped))
  having grouping(topic) = 1 or topic is not null
  union all
  select
    case when grouping(channel) = 0 then 'channel' else 'all' end,
    case when grouping(channel) = 0 then channel else '' end,
    local_day,
    format('%s[%s]', kind, local_hour),
    count(*)
  from judged
  cross join lateral (select 'by_hour' as kind union all select 'after_hours_by_hour' where after_hours) k
  where closed_at is not null
  group by grouping sets ((local_day, kind, local_hour), (local_day, channel, kind, local_hour))
),
recounted as (
  select s.dimension, s.key, s.local_day, m.name as measure, m.n::bigint as n
  from scalars s
  cross join lateral jsonb_each_text(to_jsonb(s) - array['dimension', 'key', 'local_day']) m (name, n)
  where m.n <> '0'
  union all
  select dimension, key, local_day, measure, n from histograms
),
stored as (
  select d.dimension, d.key, d.local_day, m.measure, m.n::text::bigint as n
  from daily_counts d
  cross join lateral jsonb_each(to_jsonb(d) - array['organization_id', 'dimension', 'key', 'local_day'] || '{"rows": 1}') c (name, value)
  cross join lateral (
    select c.name as measure, c.value as n where jsonb_typeof(c.value) = 'number'
    union all
    -- turns count from 1, hours from 0
    select format('%s[%s]', c.name, case c.name when 'turns' then place else place - 1 end), value
    from jsonb_array_elements(case jsonb_typeof(c.value) when 'array' then c.value else '[]' end) with ordinality place_of (value, place)
  ) m
  where d.organization_id = $1 and d.local_day = any ($2::date[]) and m.n <> '0'
),
trend as (
  select d.dimension, d.key, span.unit, span.from_day, sum(d.stayed_solved) as stayed_solved, sum(d.came_back) as came_back, sum(d.judged) as judged
  from (
    select dimension, key, local_day, stayed_solved, came_back, stayed_solved + came_back + handed_over + ended_unclear as judged
    from scalars
    where dimension <> 'topic' and human_only + checking + uncheckable + came_back + stayed_solved + handed_over + ended_unclear > 0
    union all
    select dimension, key, local_day, stayed_solved, came_back, stayed_solved + came_back + handed_over + ended_unclear
    from daily_counts
    where organization_id = $1
      and dimension <> 'topic'
      and local_day <> all ($2::date[])
      and human_only + checking + uncheckable + came_back + stayed_solved + handed_over + ended_unclear > 0
  ) d
  cross join lateral (
    values ('week', date_trunc('week', d.local_day::timestamp)::date), ('month', date_trunc('month', d.local_day::timestamp)::date)
  ) span (unit, from_day)
  group by d.dimension, d.key, span.unit, span.from_day
),
outcomes as materialized (
  select
    id, local_day, channel, topic, first_inbound_at, closed_at, outcome, young, ai_involved, returned_in, return_helped_by, local_hour, after_hours,
    turns, mood_eligible, mood_change, ruled, coalesce(quality_validated, false) as quality_validated
  from episode_outcomes
  where organization_id = $1 and local_day = any ($2::date[])
)
select 'day' as part, null as unit, dimension, key, local_day as day, measure, coalesce(s.n, 0)::text as stored, coalesce(r.n, 0)::text as recounted, null::int as chats
from stored s
full join recounted r using (dimension, key, local_day, measure)
where s.n is distinct from r.n
union all
-- of the chats themselves how many differ in what, and the first of them
select
  'chats', null, null, null, coalesce(o.local_day, j.local_day), c.name,
  (array_agg(c.stored order by coalesce(o.id, j.id)))[1], (array_agg(c.recounted order by coalesce(o.id, j.id)))[1], count(*)::int
from outcomes o
full join judged j on j.id = o.id
cross join lateral (
  select 'rows' as name, case when o.id is null then '0' else '1' end as stored, case when j.id is null then '0' else '1' end as recounted where o.id is null or j.id is null
  union all
  select name, a.value, b.value
  from jsonb_each_text(to_jsonb(o)) a (name, value)
  join jsonb_each_text(to_jsonb(j)) b (name, value) using (name)
  where o.id is not null and j.id is not null and a.value is distinct from b.value
) c
where (o.*) is distinct from (j.*)
group by coalesce(o.local_day, j.local_day), c.name
union all
select 'trend', unit, dimension, key, from_day, m.name, coalesce(m.stored, 0)::text, coalesce(m.recounted, 0)::text, null
from (select dimension, key, unit, from_day, stayed_solved, came_back, judged from trend_counts where organization_id = $1) s
full join trend r using (dimension, key, unit, from_day)
cross join lateral (
  values
    ('rows', case when s.judged is not null then 1 end, case when r.judged is not null then 1 end),
    ('stayed_solved', s.stayed_solved, r.stayed_solved),
    ('came_back', s.came_back, r.came_back),
    ('judged', s.judged, r.judged)
) m (name, stored, recounted)
where coalesce(m.stored, 0) <> coalesce(m.recounted, 0)
  and not exists (select from unnest($3::date[]) waiting (day) where date_trunc(unit, waiting.day::timestamp)::date = from_day)
order by day, part, unit, dimension, key, measure;
