-- The organization's channels, most used first; equally used ones by name.
-- $1 organization
update organizations
set channels = array(
  select key
  from daily_counts
  where organization_id = $1
    and dimension = 'channel'
  group by key
  order by sum(human_only + checking + uncheckable + came_back + stayed_solved + handed_over + ended_unclear + still_open) desc, key collate "C"
)
where id = $1;
