-- Notes the rows of a page that cannot be taken.
-- $1 organization, $2 kind, $3 ids, $4 their columns, $5 reasons
insert into sync_rejects as known (organization_id, kind, id, column_name, reason, rejected_at)
select o.id, $2, incoming.id, column_name, reason, now()
from organizations o
cross join (
  select distinct on (id) id, column_name, reason
  from unnest($3::text[], $4::text[], $5::text[]) with ordinality as t (id, column_name, reason, position)
  order by id, position desc
) incoming
where o.id = $1
on conflict (organization_id, kind, id) do update set column_name = excluded.column_name, reason = excluded.reason, rejected_at = excluded.rejected_at
where (known.column_name, known.reason) is distinct from (excluded.column_name, excluded.reason)
returning known.id
