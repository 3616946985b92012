-- How many solved chats needed 1, 2, ... turns (last place: more than 20), and how many solved chats there were.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day
select
  coalesce(sum(stayed_solved), 0) as stayed_solved,
  coalesce(sum(turns_known), 0) as turns_known,
  array[
    sum(turns[1]), sum(turns[2]), sum(turns[3]), sum(turns[4]), sum(turns[5]), sum(turns[6]), sum(turns[7]),
    sum(turns[8]), sum(turns[9]), sum(turns[10]), sum(turns[11]), sum(turns[12]), sum(turns[13]), sum(turns[14]),
    sum(turns[15]), sum(turns[16]), sum(turns[17]), sum(turns[18]), sum(turns[19]), sum(turns[20]), sum(turns[21])
  ] as turns
from daily_counts
where organization_id = $1 and dimension = $2 and key = $3 and local_day between $4::date and $5::date;
