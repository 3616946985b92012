-- Outcomes of chats that are no chats any more, but for those that changed since all chats were requested.
-- $1 organization
delete from episode_outcomes o
where o.organization_id = $1
  and not exists (select from episodes e where e.organization_id = $1 and e.id = o.id)
  and not exists (select from changed_episodes c where c.organization_id = $1 and c.id = o.id);
