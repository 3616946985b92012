-- Outcomes of chats that are no chats any more.
-- $1 organization
delete from episode_outcomes o
where o.organization_id = $1
  and not exists (select from episodes e where e.organization_id = $1 and e.id = o.id);
