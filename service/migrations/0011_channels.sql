-- The organization's channels, most used first. Every report names them; counting them takes longer than any of its metrics, and they change with
-- the counts only, so refresh keeps them.
alter table organizations add column channels text[] not null default '{}';

update organizations set channels = array(
  select key
  from daily_counts
  where organization_id = id
    and dimension = 'channel'
    and measure in ('human_only', 'checking', 'uncheckable', 'came_back', 'stayed_solved', 'handed_over', 'ended_unclear', 'still_open')
  group by key
  order by sum(n) desc, key collate "C"
);
