-- Changed chats that have an outcome and are no chats any more: deleted, or left out by the view. Each is looked up by itself (see mark-neighbours.sql).
-- $1 organization
select o.id
from changed_episodes c
cross join lateral (select o.id from episode_outcomes o where o.organization_id = $1 and o.id = c.id offset 0) o
where c.organization_id = $1
  and not exists (select from episodes e where e.organization_id = $1 and e.id = o.id offset 0);
