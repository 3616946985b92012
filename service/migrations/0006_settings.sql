-- What admins enter. Who changed what and when stays in setting_changes.

-- Every version is kept; the newest applies to every period, so that a new figure moves last month's value too.
create table cost_assumptions (
  organization_id uuid not null,
  version integer not null check (version >= 1),
  minutes_per_chat numeric check (minutes_per_chat > 0),
  hourly_cost bigint check (hourly_cost >= 0),
  ai_fee_per_month bigint check (ai_fee_per_month >= 0),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (organization_id, version)
);

-- A schedule holds from a local day on, until the next one does.
create table working_hours (
  organization_id uuid not null,
  effective_from date not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (organization_id, effective_from)
);

create table working_shifts (
  organization_id uuid not null,
  effective_from date not null,
  -- 0 is Sunday
  day_number smallint not null check (day_number between 0 and 6),
  -- minutes of the day on which the shift starts; past 1440 it runs into the next one
  opens smallint not null check (opens between 0 and 1439),
  closes smallint not null check (closes > opens and closes <= opens + 1440),
  primary key (organization_id, effective_from, day_number, opens)
);

create table holidays (
  organization_id uuid not null,
  effective_from date not null,
  day date not null,
  name text not null,
  primary key (organization_id, effective_from, day)
);

-- Returns that an admin called "a different matter": this pair of chats is no return.
create table return_rulings (
  organization_id uuid not null,
  id text not null,
  returned_in text not null,
  ruled_by text not null,
  ruled_at timestamptz not null,
  primary key (organization_id, id, returned_in)
);

create table setting_changes (
  organization_id uuid not null,
  seq bigint not null,
  kind text not null check (kind in ('cost_assumption', 'working_hours', 'return_ruling')),
  -- which schedule, by its first day, or which chat
  subject text,
  changed_by text not null,
  changed_at timestamptz not null,
  before jsonb,
  after jsonb,
  primary key (organization_id, seq)
);

-- Forecasts as they were issued, to be graded when their period is over.
create table forecasts (
  organization_id uuid not null,
  unit text not null check (unit in ('week', 'month')),
  from_day date not null,
  to_day date not null,
  point double precision not null,
  low double precision not null,
  high double precision not null,
  expected_n bigint not null,
  periods_used integer not null,
  method text not null,
  -- the data that it rests on, and when it was made
  as_of timestamptz not null,
  issued_at timestamptz not null default now(),
  primary key (organization_id, unit, from_day)
);

-- The starting point, frozen when its weeks were complete: k of n for each week, and the definition that they were counted by.
create table baselines (
  organization_id uuid not null,
  definition integer not null,
  weeks jsonb not null,
  frozen_at timestamptz not null default now(),
  primary key (organization_id, definition)
);

do $$
declare
  name text;
begin
  foreach name in array array['cost_assumptions', 'working_hours', 'working_shifts', 'holidays', 'return_rulings', 'setting_changes', 'forecasts', 'baselines']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy every_organization on %I to current_user using (true) with check (true)', name);
    execute format(
      'create policy own_organization on %I for select to impact_app using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)',
      name
    );
  end loop;
end
$$;
grant select on cost_assumptions, working_hours, working_shifts, holidays, return_rulings, setting_changes, forecasts, baselines, episode_outcomes to impact_app;
