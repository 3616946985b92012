-- The next chats in the order of their ids.
-- $1 organization, $2 the last id that is done, $3 how many
select id, contact_id, channel, topic, created_at, first_inbound_at, closed_at, closed_reason, assign_channel_agent_id, is_test, initiated_by, updated_at
from rooms
where organization_id = $1 and id > $2
order by id
limit $3;
