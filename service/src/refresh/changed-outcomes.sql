-- Of the changed chats; each is looked up by itself (see mark-neighbours.sql).
-- $1 organization
select o.*
from changed_episodes c
cross join lateral (select o.* from episode_outcomes o where o.organization_id = $1 and o.id = c.id offset 0) o
where c.organization_id = $1
