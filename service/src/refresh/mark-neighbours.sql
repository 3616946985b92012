-- A changed chat decides about chats before it: those that it brings back now, those that it brought back when they were last counted, and those that
-- it would have brought back, had an admin not called it a different matter.
-- Only a chat that AI closed alone can come back, so the others need no second look.
-- Each step looks up one chat at a time; `offset 0` keeps the planner from turning the steps round. It would for an organization that the table's
-- statistics do not know yet: it expects one row of it, and reads all of them for every chat, cubed. It would also after a long list of changes,
-- whose pages are still there: it expects a long one again, and reads the whole organization.
-- $1 organization, $2 hours of the return window
insert into changed_episodes (organization_id, id)
select c.organization_id, touched.id
from changed_episodes c
cross join lateral (
  select e.id
  from (
    select f.contact_id, f.first_inbound_at
    from episodes f
    where f.organization_id = $1
      and f.id = c.id
    offset 0
  ) f
  cross join lateral (
    select e.id
    from episodes e
    where e.organization_id = $1
      and e.contact_id = f.contact_id
      and e.solved_by_ai
      and e.closed_at < f.first_inbound_at
      and e.closed_at >= f.first_inbound_at - make_interval(hours => $2)
    offset 0
  ) e
  union all
  select o.id
  from episode_outcomes o
  where o.organization_id = $1
    and o.returned_in = c.id
  union all
  select r.id
  from return_rulings r
  where r.organization_id = $1
    and r.returned_in = c.id
  offset 0
) touched
where c.organization_id = $1
on conflict do nothing;
