-- Marks every chat of an organization.
-- $1 organization
insert into changed_episodes (organization_id, id)
select organization_id, id from rooms where organization_id = $1
on conflict do nothing
