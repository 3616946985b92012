-- What the request role is, and what it could do. Everything here must be as the self-check expects.
-- $1 the group role of requests, $2 the functions with the owner's rights that it may call
with tables as (
  select c.oid, c.relname, c.relkind, c.relowner, c.relrowsecurity, c.relforcerowsecurity, c.reloptions
  from pg_class c
  where c.relnamespace = to_regnamespace(current_schema())
    and c.relkind in ('r', 'p', 'v', 'm')
    -- what an extension brings along knows nothing of organizations
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
)
select
  r.rolname as role,
  r.rolsuper as is_superuser,
  r.rolbypassrls as bypasses_security,
  -- a member of the owner is as good as the owner
  coalesce((select array_agg(relname::text order by relname) from tables where not r.rolsuper and pg_has_role(r.oid, relowner, 'member')), '{}') as owned,
  coalesce(
    (select array_agg(relname::text order by relname) from tables where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)), '{}'
  ) as unprotected,
  coalesce(
    (
      select array_agg(relname::text order by relname)
      from tables
      where has_table_privilege(r.oid, oid, 'select')
        and (relkind = 'm' or (relkind = 'v' and coalesce('security_invoker=true' <> all (reloptions), true)))
    ),
    '{}'
  ) as views_around_security,
  coalesce(
    (
      select array_agg(relname::text order by relname)
      from tables
      where has_table_privilege(r.oid, oid, 'insert, update, delete, truncate, trigger')
        or has_any_column_privilege(r.oid, oid, 'insert, update')
        or has_table_privilege($1, oid, 'insert, update, delete, truncate, trigger')
        or has_any_column_privilege($1, oid, 'insert, update')
    ),
    '{}'
  ) as writable,
  has_schema_privilege(r.oid, current_schema(), 'create') as may_create,
  -- functions that lend the owner's rights: only those that are known, to nobody else, and none whose caller could choose the tables
  coalesce(
    (
      select array_agg(p.proname::text order by p.proname)
      from pg_proc p
      where p.pronamespace = to_regnamespace(current_schema())
        and p.prosecdef
        and has_function_privilege(r.oid, p.oid, 'execute')
        and (
          p.proname::text <> all ($2::text[])
          or not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%pg_temp')
          or exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) granted where granted.grantee = 0)
        )
    ),
    '{}'
  ) as lending,
  coalesce((select array_agg(relname::text order by relname) from tables where has_table_privilege(r.oid, oid, 'select')), '{}') as readable,
  pg_has_role(r.oid, $1, 'usage') as is_member
from pg_roles r
where r.rolname = current_user;
