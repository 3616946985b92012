-- How many chats the figure says there are.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day, $6 measures: columns of the counts
select coalesce(sum((to_jsonb(counts) ->> measure)::integer), 0) as total
from daily_counts counts
cross join unnest($6::text[]) measure
where organization_id = $1 and dimension = $2 and key = $3 and local_day between $4 and $5;
