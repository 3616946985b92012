-- How many chats the figure says there are.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day, $6 measures
select coalesce(sum(n), 0)::bigint as total
from daily_counts
where organization_id = $1 and dimension = $2 and key = $3 and local_day between $4 and $5 and measure = any ($6::text[]);
