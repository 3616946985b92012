-- The organization's channels, most used first.
-- $1 organization
select key as channel
from daily_counts
where organization_id = $1 and dimension = 'channel' and measure <> 'human_only_young'
group by key
order by sum(n) desc, key;
