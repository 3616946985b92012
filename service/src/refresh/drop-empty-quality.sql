-- A month that has no closed chat with AI any more shall not linger.
-- $1 organization
delete from quality_coverage
where organization_id = $1
  and month not in (
    select date_trunc('month', local_day)::date
    from daily_counts
    where organization_id = $1
      and dimension = 'all'
      and key = ''
      and checking + uncheckable + came_back + stayed_solved + handed_over + ended_unclear > 0
  );
