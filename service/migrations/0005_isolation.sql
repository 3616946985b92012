-- Who may see what. Requests run as a member of impact_app, which owns nothing, reads the two tables that a report needs, and sees the rows
-- of one organization: the one that its transaction names in app.organization_id. No name, no rows.

-- Roles belong to the whole server, so another database may have made it already, or be making it now.
do $$
begin
  if not exists (select from pg_roles where rolname = 'impact_app') then
    create role impact_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

-- Forced, because otherwise the owner would pass by. The owner gets a policy of its own: on a server it is an ordinary user, and it has to
-- import and refresh every organization.
do $$
declare
  name text;
  organization text;
begin
  for name, organization in values
    ('organizations', 'id'),
    ('rooms', 'organization_id'),
    ('ai_activity_logs', 'organization_id'),
    ('changed_episodes', 'organization_id'),
    ('episode_outcomes', 'organization_id'),
    ('daily_counts', 'organization_id'),
    ('imports', 'organization_id')
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy every_organization on %I to current_user using (true) with check (true)', name);
    execute format(
      'create policy own_organization on %I for select to impact_app using (%I = nullif(current_setting(''app.organization_id'', true), '''')::uuid)',
      name,
      organization
    );
  end loop;
end
$$;

alter table schema_migrations enable row level security;
alter table schema_migrations force row level security;
create policy every_row on schema_migrations to current_user using (true) with check (true);

do $$
begin
  execute format('grant usage on schema %I to impact_app', current_schema());
end
$$;
grant select on organizations, daily_counts to impact_app;
