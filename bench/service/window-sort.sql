-- The least that judging every chat by its customer's next one could cost: all chats once, in the order of their customers.
-- $1 organization
select count(*) as chats, count(next) as followed
from (
  select lead(first_inbound_at) over (partition by contact_id order by first_inbound_at) as next
  from rooms
  where organization_id = $1
) ordered;
