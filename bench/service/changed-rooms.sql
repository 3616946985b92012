-- Chats as a source sends them again after a late change: closed a minute later, and by somebody else where AI had closed it alone.
-- $1 organization, $2 their ids
select
  id,
  contact_id,
  channel,
  topic,
  created_at,
  first_inbound_at,
  closed_at + interval '1 minute' as closed_at,
  closed_reason,
  case when assign_channel_agent_id is null then 'agent-late' end as assign_channel_agent_id,
  is_test,
  initiated_by,
  updated_at + interval '1 minute' as updated_at
from rooms
where organization_id = $1
  and id = any ($2);
