-- Notes the rows of a page that cannot be taken, and forgets those of it that could not be taken before and now can.
-- $1 organization, $2 kind, $3 the ids of the page that are fine, $4 rejected ids, $5 their columns, $6 reasons
with fine as (
  delete from sync_rejects where organization_id = $1 and kind = $2 and id = any ($3::text[])
), incoming as (
  select distinct on (id) id, column_name, reason
  from unnest($4::text[], $5::text[], $6::text[]) with ordinality as t (id, column_name, reason, position)
  order by id, position desc
), noted as (
  insert into sync_rejects as known (organization_id, kind, id, column_name, reason)
  select $1::uuid, $2, id, column_name, reason from incoming
  on conflict (organization_id, kind, id) do update set column_name = excluded.column_name, reason = excluded.reason, rejected_at = now()
  where (known.column_name, known.reason) is distinct from (excluded.column_name, excluded.reason)
  returning true
)
select count(*) as noted from noted
