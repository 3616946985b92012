-- The chats that saved work, by the admin's figures that held on their day: those of the newest version whose day had come. A row for each version
-- that held on a day of the period; version 0 is before anybody had entered any.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day
select
  held.from_day as "from",
  held.to_day as "to",
  (
    select coalesce(sum(stayed_solved), 0)
    from daily_counts
    where organization_id = $1 and dimension = $2 and key = $3 and local_day between held.from_day and held.to_day
  ) as chats,
  held.minutes_per_chat,
  held.hourly_cost,
  held.ai_fee_per_month,
  nullif(held.effective_from, '-infinity') as effective_from,
  held.changed_by,
  held.changed_at
from (
  select entered.*, greatest(entered.effective_from, $4::date) as from_day, least(entered.replaced_from - 1, $5::date) as to_day
  from (
    -- A later version takes every day from its own on, so a version ends before the earliest day of all later ones.
    select versions.*, min(effective_from) over (order by version rows between 1 following and unbounded following) as replaced_from
    from (
      select
        0 as version, null::numeric as minutes_per_chat, null::bigint as hourly_cost, null::bigint as ai_fee_per_month,
        '-infinity'::date as effective_from, null::text as changed_by, null::timestamptz as changed_at
      from organizations
      where id = $1
      union all
      select version, minutes_per_chat, hourly_cost, ai_fee_per_month, effective_from, changed_by, changed_at
      from cost_assumptions
      where organization_id = $1
    ) versions
  ) entered
) held
where held.from_day <= held.to_day
order by held.from_day;
