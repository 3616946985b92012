-- The followed organizations whose reports have to be counted anew, and as of when. That is the newest event that any of them is known to have had,
-- because one that is quiet is read from the same tables; but nothing later than what is settled in each of its own. Null: not known yet, so what
-- waits is counted as of the moment before.
-- $1 followed organizations, $2 those of them that may be due, $3 kinds of rows that are followed, $4 how far a moment may stay behind while nothing
-- changes
select due.id, due.as_of
from (
  select
    o.id::text as id,
    case when settled.until is not null and newest.event is not null then least(settled.until, newest.event) end as as_of,
    exists (select from changed_episodes c where c.organization_id = o.id)
      or exists (select from recounts r where r.organization_id = o.id) as waits,
    o.as_of as counted_as_of
  from organizations o
  cross join lateral (
    select case when count(p.settled_until) = cardinality($3::text[]) then min(p.settled_until) end as until
    from sync_positions p
    where p.organization_id = o.id and p.kind = any ($3::text[])
  ) settled
  cross join (
    select max(p.newest_event) as event from sync_positions p where p.organization_id = any ($1::uuid[]) and p.kind = 'rooms'
  ) newest
  where o.id = any ($2::uuid[])
) due
where due.waits or (due.as_of is not null and (due.counted_as_of is null or due.as_of - due.counted_as_of >= $4::interval))
order by due.id
