-- How many chats with AI each month has, and how many of them can be scored, for the question about all organizations.
-- $1 organization
insert into quality_coverage as stored (organization_id, month, ai_chats, validated)
select
  organization_id,
  date_trunc('month', local_day)::date,
  sum(checking + uncheckable + came_back + stayed_solved + handed_over + ended_unclear),
  sum(quality_validated)
from daily_counts
where organization_id = $1
  and dimension = 'all'
  and key = ''
  and checking + uncheckable + came_back + stayed_solved + handed_over + ended_unclear > 0
group by organization_id, date_trunc('month', local_day)::date
on conflict (organization_id, month) do update
set ai_chats = excluded.ai_chats, validated = excluded.validated
where (stored.ai_chats, stored.validated) is distinct from (excluded.ai_chats, excluded.validated);
