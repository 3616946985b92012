-- Where the chats of the period went: their outcomes, and who helped those that came back.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day
select measure, sum(n)::bigint as n
from daily_counts
where organization_id = $1
  and dimension = $2
  and key = $3
  and measure in (
    'human_only', 'checking', 'uncheckable', 'came_back', 'stayed_solved', 'handed_over', 'ended_unclear', 'came_back_ai', 'came_back_team', 'came_back_open'
  )
  and local_day between $4::date and $5::date
group by measure;
