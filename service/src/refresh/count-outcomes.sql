-- Adds the outcomes of the changed chats to the daily counts, or takes them away. One statement for all of them: the groups are few however
-- many the chats are, and counting chunk by chunk would write each count again and again. Each is looked up by itself (see mark-neighbours.sql).
-- Every chat is added up where it stands, and only the sums are turned into rows: a row for each fact of each chat takes twice as long.
-- $1 organization, $2 1 to add, -1 to take away
with chats as materialized (
  select
    o.channel,
    o.topic,
    o.local_day,
    o.outcome,
    o.outcome <> 'still_open' as closed,
    o.young,
    o.return_helped_by,
    o.ruled,
    o.after_hours,
    o.ai_involved,
    o.local_hour,
    -- least passes over null
    case when o.outcome = 'stayed_solved' and o.turns is not null then least(o.turns, 21) end as turns,
    o.mood_eligible,
    o.mood_change,
    o.quality_validated
  from changed_episodes c
  cross join lateral (
    select o.*
    from episode_outcomes o
    where o.organization_id = c.organization_id and o.id = c.id
    offset 0
  ) o
  where c.organization_id = $1
),
outcomes as (
  select
    channel,
    topic,
    local_day,
    grouping(channel) = 0 as by_channel,
    grouping(topic) = 0 as by_topic,
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
    -- an open chat has no facts to count yet
    count(*) filter (where closed and after_hours is not null) as schedule_known,
    count(*) filter (where closed and after_hours) as after_hours,
    count(*) filter (where closed and after_hours and ai_involved) as after_hours_answered,
    count(*) filter (where after_hours and outcome in ('stayed_solved', 'came_back', 'handed_over', 'ended_unclear')) as after_hours_judged,
    count(*) filter (where after_hours and outcome = 'stayed_solved') as after_hours_solved,
    count(*) filter (where closed and mood_eligible) as mood_eligible,
    count(*) filter (where closed and mood_change = 'better') as mood_better,
    count(*) filter (where closed and mood_change = 'same') as mood_same,
    count(*) filter (where closed and mood_change = 'worse') as mood_worse,
    count(*) filter (where closed and ai_involved and quality_validated) as quality_validated
  from chats
  group by grouping sets ((local_day), (local_day, channel), (local_day, topic))
),
turns as (
  select channel, topic, local_day, grouping(channel) = 0 as by_channel, grouping(topic) = 0 as by_topic, turns, count(*) as n
  from chats
  where turns is not null
  group by grouping sets ((local_day, turns), (local_day, turns, channel), (local_day, turns, topic))
),
-- hours would make the topics' counts three times as many, and nobody asks for them
hours as (
  select channel, local_day, grouping(channel) = 0 as by_channel, local_hour, count(*) as chats, count(*) filter (where after_hours) as after_hours
  from chats
  where closed
  group by grouping sets ((local_day, local_hour), (local_day, local_hour, channel))
),
measures as (
  select o.channel, o.topic, o.local_day, o.by_channel, o.by_topic, sum.measure, sum.n
  from outcomes o
  cross join lateral (values
    ('human_only', o.human_only),
    ('checking', o.checking),
    ('uncheckable', o.uncheckable),
    ('came_back', o.came_back),
    ('stayed_solved', o.stayed_solved),
    ('handed_over', o.handed_over),
    ('ended_unclear', o.ended_unclear),
    ('still_open', o.still_open),
    ('human_only_young', o.human_only_young),
    ('came_back_ai', o.came_back_ai),
    ('came_back_team', o.came_back_team),
    ('came_back_open', o.came_back_open),
    ('corrected', o.corrected),
    ('schedule_known', o.schedule_known),
    ('after_hours', o.after_hours),
    ('after_hours_answered', o.after_hours_answered),
    ('after_hours_judged', o.after_hours_judged),
    ('after_hours_solved', o.after_hours_solved),
    ('mood_eligible', o.mood_eligible),
    ('mood_better', o.mood_better),
    ('mood_same', o.mood_same),
    ('mood_worse', o.mood_worse),
    ('quality_validated', o.quality_validated)
  ) sum (measure, n)
  union all
  select channel, topic, local_day, by_channel, by_topic, 'turns_' || lpad(turns::text, 2, '0'), n
  from turns
  union all
  select channel, null, local_day, by_channel, false, kind.name || lpad(local_hour::text, 2, '0'), kind.n
  from hours
  cross join lateral (values ('hour_', chats), ('after_hours_', after_hours)) kind (name, n)
)
insert into daily_counts as counted (organization_id, dimension, key, local_day, measure, n)
select
  $1::uuid,
  case when by_channel then 'channel' when by_topic then 'topic' else 'all' end as dimension,
  case when by_channel then channel when by_topic then topic else '' end as key,
  local_day,
  measure,
  $2::bigint * n
from measures
where n > 0 and (not by_topic or topic is not null)
-- as the primary key has them: what a metric reads together then stands together on the disk, in a twentieth of the pages
order by dimension, key, measure, local_day
on conflict (organization_id, dimension, key, local_day, measure) do update set n = counted.n + excluded.n;
