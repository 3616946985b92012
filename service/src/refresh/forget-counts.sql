-- The chats of days before kept_from are gone, so their counts stay.
-- $1 organization
delete from daily_counts
where organization_id = $1
  and local_day >= coalesce((select kept_from from organizations where id = $1), '-infinity');
