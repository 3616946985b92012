-- One row is one episode (in copy: a chat), from the contact's first message to the close. Everything that counts reads chats here and nowhere
-- else, so that a source which keeps its chats differently needs another view and nothing more.
--
-- Adapter A: a room is never used twice, so one room is one episode.
create view episodes with (security_invoker = true) as
select
  r.organization_id,
  r.id,
  r.contact_id,
  r.channel,
  r.topic,
  r.first_inbound_at,
  r.closed_at,
  -- not known counts as the customer
  r.initiated_by is distinct from 'business' as opened_by_customer,
  -- not known counts as a question
  a.thanks_only is true as thanks_only,
  r.assign_channel_agent_id is not null as human_attached,
  -- a log that does not count answers says with its row alone that AI took part
  (a.room_id is not null and (a.ai_answers is null or a.ai_answers >= 1)) or r.closed_reason is not distinct from 'RESOLVE_AI' as ai_involved,
  -- written as the index rooms_solved_by_ai has it
  r.closed_at is not null and r.closed_reason = 'RESOLVE_AI' and r.assign_channel_agent_id is null as solved_by_ai
from rooms r
left join ai_activity_logs a on a.organization_id = r.organization_id and a.room_id = r.id
where r.first_inbound_at is not null
  and not r.is_test
  and upper(coalesce(r.closed_reason, '')) not in ('SPAM', 'BLOCKED');
