-- A changed chat decides about chats before it: those that it brings back now, and those that it brought back when they were last counted.
-- Only a chat that AI closed alone can come back, so the others need no second look.
-- $1 organization, $2 hours of the return window
insert into changed_episodes (organization_id, id)
select e.organization_id, e.id
from changed_episodes c
join episodes f on f.organization_id = c.organization_id and f.id = c.id
join episodes e
  on e.organization_id = f.organization_id
  and e.contact_id = f.contact_id
  and e.solved_by_ai
  and e.closed_at < f.first_inbound_at
  and e.closed_at >= f.first_inbound_at - make_interval(hours => $2)
where c.organization_id = $1
union
select o.organization_id, o.id
from changed_episodes c
join episode_outcomes o on o.organization_id = c.organization_id and o.returned_in = c.id
where c.organization_id = $1
on conflict do nothing;
