-- Where the chats of the period went: their outcomes, and who helped those that came back.
-- $1 organization, $2 dimension, $3 key, $4 and $5 first and last day
select
  coalesce(sum(human_only), 0) as human_only,
  coalesce(sum(checking), 0) as checking,
  coalesce(sum(uncheckable), 0) as uncheckable,
  coalesce(sum(came_back), 0) as came_back,
  coalesce(sum(stayed_solved), 0) as stayed_solved,
  coalesce(sum(handed_over), 0) as handed_over,
  coalesce(sum(ended_unclear), 0) as ended_unclear,
  coalesce(sum(came_back_ai), 0) as came_back_ai,
  coalesce(sum(came_back_team), 0) as came_back_team,
  coalesce(sum(came_back_open), 0) as came_back_open
from daily_counts
where organization_id = $1 and dimension = $2 and key = $3 and local_day between $4::date and $5::date;
