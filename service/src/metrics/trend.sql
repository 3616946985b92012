-- Net and gross of every Monday week and month that has closed chats.
-- $1 organization, $2 dimension, $3 key
select unit, from_day, stayed_solved, came_back, judged
from trend_counts
where organization_id = $1 and dimension = $2 and key = $3
order by unit, from_day;
