-- How moods moved, how many chats could tell, and how many there were with AI: all closed ones but those that only the team had.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day
select
  coalesce(sum(mood_better), 0) as mood_better,
  coalesce(sum(mood_same), 0) as mood_same,
  coalesce(sum(mood_worse), 0) as mood_worse,
  coalesce(sum(mood_eligible), 0) as mood_eligible,
  coalesce(sum(checking + uncheckable + came_back + stayed_solved + handed_over + ended_unclear), 0) as ai_involved
from daily_counts
where organization_id = $1 and dimension = $2 and key = $3 and local_day between $4::date and $5::date;
