-- What the reports stand at, what the finished imports brought, and whether changed chats still wait to be counted.
-- $1 organization
select o.as_of,
  (select max(i.newest_event) from imports i where i.organization_id = $1 and i.finished_at is not null) as newest_event,
  exists (select from changed_episodes c where c.organization_id = $1)
    or exists (select from recounts r where r.organization_id = $1) as pending
from organizations o
where o.id = $1
