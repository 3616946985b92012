-- The first day on which one of the changed chats is counted, if any is.
-- $1 organization
select min(o.local_day) as day
from changed_episodes c
-- one chat at a time, whatever the planner expects (see mark-neighbours.sql)
cross join lateral (select o.local_day from episode_outcomes o where o.organization_id = $1 and o.id = c.id offset 0) o
where c.organization_id = $1;
