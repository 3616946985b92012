-- How many solved chats needed 1, 2, ... turns (21: more than 20), and how many solved chats there were.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day
select measure, sum(n)::bigint as n
from daily_counts
where organization_id = $1
  and dimension = $2
  and key = $3
  and measure = any (array['stayed_solved'] || array(select 'turns_' || lpad(turns::text, 2, '0') from generate_series(1, 21) turns))
  and local_day between $4::date and $5::date
group by measure;
