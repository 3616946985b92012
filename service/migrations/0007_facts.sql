-- What the other metrics need to know of a chat, beside its outcome.

-- Where a mood stands on its scale: numbers as they are, words by their order; null: not a mood that we know.
create function mood_rank(mood text) returns numeric
language sql immutable
return case
  when mood ~ '^[+-]?[0-9]{1,9}([.][0-9]{1,9})?$' then mood::numeric
  when lower(mood) in ('negative', 'negatif') then -1
  when lower(mood) in ('neutral', 'netral') then 0
  when lower(mood) in ('positive', 'positif') then 1
end;

create or replace view episodes with (security_invoker = true) as
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
  r.closed_at is not null and r.closed_reason = 'RESOLVE_AI' and r.assign_channel_agent_id is null as solved_by_ai,
  a.turns,
  a.customer_messages,
  mood_rank(a.sentiment_start) as mood_at_start,
  mood_rank(a.sentiment_end) as mood_at_end
from rooms r
left join ai_activity_logs a on a.organization_id = r.organization_id and a.room_id = r.id
where r.first_inbound_at is not null
  and not r.is_test
  and upper(coalesce(r.closed_reason, '')) not in ('SPAM', 'BLOCKED');

alter table episode_outcomes
  add column first_inbound_at timestamptz,
  add column ai_involved boolean,
  -- who closed the chat that brought this one back: ai, team, or open when nobody has
  add column return_helped_by text check (return_helped_by in ('ai', 'team', 'open')),
  -- local hour of the first message
  add column local_hour smallint,
  -- whether the first message came outside the working hours; null: no schedule held on that day
  add column after_hours boolean,
  -- at least 1; null: not measured
  add column turns integer,
  -- better, same or worse at the end; null: not measured
  add column mood_change text check (mood_change in ('better', 'same', 'worse')),
  -- the chat has two customer messages with AI, so its mood could have been measured
  add column mood_eligible boolean,
  -- a return was called a different matter
  add column ruled boolean;

-- Everything that is counted already is counted again with these facts at the next refresh.
insert into changed_episodes (organization_id, id) select organization_id, id from episode_outcomes on conflict do nothing;
