-- How many chats changed, and how many are counted. The second comes from the daily counts, which add up to every chat.
-- $1 organization
select
  (select count(*) from changed_episodes where organization_id = $1)::integer as changed,
  (
    select coalesce(sum(human_only + checking + uncheckable + came_back + stayed_solved + handed_over + ended_unclear + still_open), 0)
    from daily_counts
    where organization_id = $1
      and dimension = 'all'
      and key = ''
      and local_day >= coalesce((select kept_from from organizations where id = $1), '-infinity')
  )::integer as counted;
