-- Adds the outcomes of the changed chats to the daily counts, or takes them away. One statement for all of them: the groups are few however
-- many the chats are, and counting chunk by chunk would write each count again and again. Each is looked up by itself (see mark-neighbours.sql).
-- $1 organization, $2 1 to add, -1 to take away
insert into daily_counts as counted (organization_id, dimension, key, local_day, measure, n)
select $1::uuid, slice.dimension, slice.key, o.local_day, counts.measure, $2::bigint * count(*)
from changed_episodes c
cross join lateral (
  select o.*
  from episode_outcomes o
  where o.organization_id = c.organization_id and o.id = c.id
  offset 0
) o
cross join lateral (values ('all', ''), ('channel', o.channel), ('topic', o.topic)) slice (dimension, key)
cross join lateral (
  -- an open chat has no facts to count yet
  select o.outcome as measure, true as by_topic
  union all
  select fact.measure, fact.by_topic
  from (values
    (case when o.outcome = 'human_only' and o.young then 'human_only_young' end, true),
    (case when o.outcome = 'came_back' then 'came_back_' || o.return_helped_by end, true),
    (case when o.outcome = 'stayed_solved' and o.ruled then 'corrected' end, true),
    (case when o.after_hours is not null then 'schedule_known' end, true),
    (case when o.after_hours then 'after_hours' end, true),
    (case when o.after_hours and o.ai_involved then 'after_hours_answered' end, true),
    (case when o.after_hours and o.outcome in ('stayed_solved', 'came_back', 'handed_over', 'ended_unclear') then 'after_hours_judged' end, true),
    (case when o.after_hours and o.outcome = 'stayed_solved' then 'after_hours_solved' end, true),
    ('hour_' || lpad(o.local_hour::text, 2, '0'), false),
    (case when o.after_hours then 'after_hours_' || lpad(o.local_hour::text, 2, '0') end, false),
    (case when o.outcome = 'stayed_solved' and o.turns is not null then 'turns_' || lpad(least(o.turns, 21)::text, 2, '0') end, true),
    (case when o.mood_eligible then 'mood_eligible' end, true),
    ('mood_' || o.mood_change, true)
  ) fact (measure, by_topic)
  where o.outcome <> 'still_open' and fact.measure is not null
) counts
where c.organization_id = $1
  and slice.key is not null
  -- hours would make the topics' counts three times as many, and nobody asks for them
  and (counts.by_topic or slice.dimension <> 'topic')
group by slice.dimension, slice.key, o.local_day, counts.measure
-- as the key has them: what a metric reads together then stands together on the disk, in a twentieth of the pages
order by slice.dimension, slice.key, counts.measure, o.local_day
on conflict (organization_id, dimension, key, local_day, measure) do update set n = counted.n + excluded.n;
