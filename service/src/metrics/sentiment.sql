-- How moods moved, how many chats could tell, and how many there were with AI: all closed ones but those that only the team had.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day
select
  case when measure in ('mood_better', 'mood_same', 'mood_worse', 'mood_eligible') then measure else 'ai_involved' end as measure,
  sum(n)::bigint as n
from daily_counts
where organization_id = $1
  and dimension = $2
  and key = $3
  and measure in (
    'mood_better', 'mood_same', 'mood_worse', 'mood_eligible', 'checking', 'uncheckable', 'came_back', 'stayed_solved', 'handed_over', 'ended_unclear'
  )
  and local_day between $4::date and $5::date
group by 1;
