-- A channel or a topic that no chat has any more shall not linger. Every other count is a part of these.
-- $1 organization
delete from daily_counts
where organization_id = $1
  and human_only + checking + uncheckable + came_back + stayed_solved + handed_over + ended_unclear + still_open = 0;
