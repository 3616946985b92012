-- Chats whose return window passes, or opens again, between the old and the new as_of. Young is: closed_at + window >= as_of. With the outcomes of closed
-- chats named, which have their close in sort_at, it is a short walk along the index for each (see ../chats/page.sql).
-- $1 organization, $2 old as_of, $3 new as_of, $4 hours of the return window, $5 outcomes of closed chats
insert into changed_episodes (organization_id, id)
select organization_id, id
from episode_outcomes
where organization_id = $1
  and outcome = any ($5::text[])
  and sort_at >= least($2::timestamptz, $3::timestamptz) - make_interval(hours => $4)
  and sort_at < greatest($2::timestamptz, $3::timestamptz) - make_interval(hours => $4)
on conflict do nothing;
