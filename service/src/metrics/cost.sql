-- The chats that saved work, and the newest figures of the admin: they apply to every period.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day
select solved.chats, newest.minutes_per_chat, newest.hourly_cost, newest.ai_fee_per_month, newest.changed_by, newest.changed_at
from (
  select coalesce(sum(stayed_solved), 0) as chats
  from daily_counts
  where organization_id = $1 and dimension = $2 and key = $3 and local_day between $4::date and $5::date
) solved
left join lateral (
  select minutes_per_chat, hourly_cost, ai_fee_per_month, changed_by, changed_at
  from cost_assumptions
  where organization_id = $1
  order by version desc
  limit 1
) newest on true;
