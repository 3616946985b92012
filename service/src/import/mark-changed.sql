-- Marks chats for the next refresh.
-- $1 organization, $2 chats
insert into changed_episodes (organization_id, id)
select o.id, chat
from organizations o
cross join unnest($2::text[]) chat
where o.id = $1
on conflict do nothing
