-- The columns of a table of the source, or no row when there is no such table. Domains count as what they are made of.
-- $1 the table, as it is written in SQL
select
  format('%I.%I', n.nspname, c.relname) as table_name,
  a.attname as column_name,
  format_type(a.atttypid, null) as type,
  t.typcategory as category,
  coalesce(base.typname, t.typname) as base_type,
  has_column_privilege(c.oid, a.attnum, 'select') as readable
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
left join pg_type base on base.oid = nullif(t.typbasetype, 0)
where c.oid = to_regclass($1) and c.relkind in ('r', 'p', 'v', 'm', 'f')
