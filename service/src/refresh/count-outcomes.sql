-- Adds the outcomes of the changed chats to the daily counts, or takes them away. One statement for all of them: the groups are few however
-- many the chats are, and counting chunk by chunk would write each count again and again. Each is looked up by itself (see mark-neighbours.sql).
-- $1 organization, $2 1 to add, -1 to take away
insert into daily_counts as counted (organization_id, dimension, key, local_day, measure, n)
select $1::uuid, slice.dimension, slice.key, o.local_day, counts.measure, $2::bigint * count(*)
from changed_episodes c
cross join lateral (
  select o.local_day, o.channel, o.topic, o.outcome, o.young
  from episode_outcomes o
  where o.organization_id = c.organization_id and o.id = c.id
  offset 0
) o
cross join lateral (values ('all', ''), ('channel', o.channel), ('topic', o.topic)) slice (dimension, key)
cross join lateral (values (o.outcome), (case when o.outcome = 'human_only' and o.young then 'human_only_young' end)) counts (measure)
where c.organization_id = $1
  and slice.key is not null
  and counts.measure is not null
group by slice.dimension, slice.key, o.local_day, counts.measure
on conflict (organization_id, dimension, key, local_day, measure) do update set n = counted.n + excluded.n;
