-- The statements that give Citus what it keeps on this node alone and must not, in the order in which they have to run: the functions that statements
-- call on the other nodes; the tables of organizations, by organization, first the one that the others are placed beside; and the rows that are still
-- here, out of everybody's sight, after they were copied.
with functions as (
  select format('select create_distributed_function(%L)', p.oid::regprocedure) as statement
  from pg_proc p
  where p.pronamespace = to_regnamespace(current_schema())
    -- those that lend the owner's rights are called by requests, which come in here
    and not p.prosecdef
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    and not exists (select from pg_dist_object o where o.classid = 'pg_proc'::regclass and o.objid = p.oid)
), tables as (
  select c.oid, c.relname, key.name as key, d.logicalrelid is not null as distributed
  from pg_class c
  cross join lateral (select case c.relname when 'organizations' then 'id' else 'organization_id' end as name) key
  left join pg_dist_partition d on d.logicalrelid = c.oid
  where c.relnamespace = to_regnamespace(current_schema())
    and c.relkind in ('r', 'p')
    and not c.relispartition
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = key.name and not a.attisdropped)
)
select 1 as step, '' as name, statement from functions
union all
select 2, case relname when 'organizations' then '' else relname end, format(
  'select create_distributed_table(%L, %L, colocate_with => %L)', oid::regclass, key, case relname when 'organizations' then 'none' else 'organizations' end
)
from tables
where not distributed
union all
select 3, relname, format('select truncate_local_data_after_distributing_table(%L)', oid::regclass) from tables where distributed and pg_relation_size(oid) > 0
order by step, name
