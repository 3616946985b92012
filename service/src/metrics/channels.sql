-- The organization's channels, most used first; equally used ones by name.
-- $1 organization
select key as channel
from daily_counts
where organization_id = $1
  and dimension = 'channel'
  and measure in ('human_only', 'checking', 'uncheckable', 'came_back', 'stayed_solved', 'handed_over', 'ended_unclear', 'still_open')
group by key
order by sum(n) desc, key collate "C";
