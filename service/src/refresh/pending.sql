-- Organizations whose chats wait to be counted. One that was never counted waits for its first import to finish.
select id::text as id
from organizations o
where as_of is not null
  and exists (select from changed_episodes c where c.organization_id = o.id)
order by id;
