-- The organization that has waited longest. One that was never counted waits for its first import to finish, and one whose rows are coming in for the
-- last of them.
-- $1 organizations that are passed over
select r.organization_id::text as id
from recounts r
join organizations o on o.id = r.organization_id
where o.as_of is not null
  and r.due_at <= now()
  and (o.incoming_until is null or o.incoming_until <= now())
  and r.organization_id <> all ($1::uuid[])
order by r.due_at, r.organization_id
limit 1;
