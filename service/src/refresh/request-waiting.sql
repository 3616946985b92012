-- Organizations whose changed chats wait, though nobody is about to count them: a migration that adds a fact queues every chat, and a process that was
-- killed leaves its changes behind. One that was never counted waits for its first import to finish.
insert into recounts (organization_id)
select o.id
from organizations o
where o.as_of is not null
  and exists (select from changed_episodes c where c.organization_id = o.id)
order by o.id
on conflict do nothing;
