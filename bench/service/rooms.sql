-- Chats as years bring them to an organization, with what the AI logged about them. Everything about a chat follows from its number and the
-- seed: any range of numbers can be made by itself, and every run has the same chats. Numbers go by time, as the rows of a source do.
-- $1 organization, $2 and $3 first and last number, $4 how many chats the organization has, $5 the first moment, $6 how many days, $7 seed
with numbered as (
  select
    number,
    'room-' || lpad(number::text, 9, '0') as id,
    -- every 27th customer believed to be helped by AI and asks again: of what AI solves, by the shares below, that is one in eleven
    number % 27 = 25 as unsolved,
    number % 27 = 26 as asks_again,
    number - (number % 27 = 26)::int as matter
  from generate_series($2::bigint, $3::bigint) number
),
hashed as (
  select
    n.*,
    hashint8extended(matter, $7::bigint) as of_matter,
    hashint8extended(matter, $7::bigint + 1) as of_time,
    hashint8extended(number, $7::bigint + 2) as of_chat,
    hashint8extended(number, $7::bigint + 3) as of_log
  from numbered n
),
-- four chances between 0 and 1 are in one hash
chances as (
  select
    h.*,
    (of_matter & 65535) / 65536::float8 as channel_chance,
    (of_matter >> 16 & 65535) / 65536::float8 as topic_chance,
    of_matter >> 32 & 2147483647 as whose,
    (of_time & 65535) / 65536::float8 as hour_chance,
    (of_time >> 16 & 65535) / 65536::float8 as second_hour_chance,
    (of_time >> 32 & 65535) / 65536::float8 as length_chance,
    (of_time >> 48 & 65535) / 65536::float8 as contact_chance,
    (of_chat & 65535) / 65536::float8 as outcome_chance,
    (of_chat >> 16 & 65535) / 65536::float8 as exception_chance,
    (of_chat >> 32 & 65535) / 65536::float8 as delay_chance,
    $5::timestamptz + $6::int * interval '1 day' as ends
  from hashed h
),
matters as (
  select
    c.*,
    -- a quarter of the chats are with regulars, who are a tenth of the contacts
    case
      when contact_chance < 0.004 then null
      when contact_chance < 0.25 then 'contact-' || whose % greatest($4::bigint / 50, 1)
      else 'contact-' || whose % greatest($4::bigint / 5, 1)
    end as contact_id,
    -- one in eight at any hour, the others between six and ten, most of them in the early afternoon
    $5::timestamptz
      + matter * $6::int / ($4::bigint + 1) * interval '1 day'
      + case when hour_chance < 0.125 then hour_chance * 8 * interval '1 day' else interval '6 hours' + (hour_chance + second_hour_chance) * interval '8 hours' end as began,
    interval '2 minutes' + length_chance ^ 2 * interval '4 hours' as lasts
  from chances c
),
chats as (
  select
    m.*,
    case
      when not asks_again then began
      -- soon rather than late
      else least(began + lasts, ends) + delay_chance ^ 2 * greatest(least(interval '47 hours', ends - began - lasts), interval '0')
    end as first_inbound_at
  from matters m
),
ended as materialized (
  select
    c.*,
    unsolved or outcome_chance < 0.6 as by_ai,
    unsolved or outcome_chance < 0.39 as solved_by_ai,
    not unsolved and (outcome_chance between 0.39 and 0.53 or outcome_chance >= 0.6) as by_team,
    case
      when first_inbound_at + lasts > ends then null
      -- one in ten of the last day, and a few that nobody closed
      when not unsolved and exception_chance >= case when first_inbound_at > ends - interval '1 day' then 0.9 else 0.999 end then null
      else first_inbound_at + lasts
    end as closed_at,
    not unsolved and exception_chance < 0.01 as broadcast,
    not unsolved and exception_chance between 0.01 and 0.015 as spam,
    not unsolved and exception_chance between 0.015 and 0.02 as is_test,
    not unsolved and exception_chance between 0.02 and 0.03 as we_began
  from chats c
),
written as (
  insert into rooms (organization_id, id, contact_id, channel, topic, created_at, first_inbound_at, closed_at, closed_reason, assign_channel_agent_id, is_test, initiated_by, updated_at)
  select
    $1::uuid,
    id,
    contact_id,
    case
      when asks_again and delay_chance < 0.12 or channel_chance >= 0.96 then 'email'
      when channel_chance < 0.62 then 'whatsapp'
      when channel_chance < 0.76 then 'instagram'
      when channel_chance < 0.88 then 'webchat'
      else 'facebook'
    end,
    case when topic_chance < 0.85 then 'topic-' || lpad(floor((topic_chance / 0.85) ^ 2 * 12)::text, 2, '0') end,
    first_inbound_at,
    case when not broadcast then first_inbound_at end,
    closed_at,
    case when closed_at is null then null when spam then 'SPAM' when solved_by_ai then 'RESOLVE_AI' else 'RESOLVE' end,
    case when by_team then 'agent-' || (of_chat >> 48 & 31) end,
    is_test,
    case when broadcast or we_began then 'business' else 'customer' end,
    coalesce(closed_at, first_inbound_at)
  from ended
)
insert into ai_activity_logs (organization_id, room_id, ai_answers, customer_messages, turns, sentiment_start, sentiment_end, thanks_only, updated_at)
select
  $1::uuid,
  id,
  1 + (of_log & 3),
  1 + (of_log >> 2 & 7),
  1 + (of_log >> 5 & 31) * (of_log >> 10 & 31) / 50,
  case when of_log >> 15 & 3 > 0 then (array['negative', 'neutral', 'neutral', 'positive'])[1 + (of_log >> 17 & 3)] end,
  case when of_log >> 15 & 3 > 0 then (array['negative', 'neutral', 'positive', 'positive'])[1 + (of_log >> 19 & 3)] end,
  asks_again and of_log >> 21 & 31 = 0,
  coalesce(closed_at, first_inbound_at)
from ended
where by_ai;
