-- How many chats the figure says there are: the sum of columns of the counts, which figures.ts names.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day; of one place of a figure, $6 the place
select coalesce(sum({counted}), 0)::integer as total
from daily_counts
where organization_id = $1 and dimension = $2 and key = $3 and local_day between $4 and $5;
