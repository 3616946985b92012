-- Organizations whose figures wait to be counted anew, so that whoever causes it need not wait for that. The service works them off in the
-- background (docs/decisions/0015); reports say so as long as the row is there, and it goes in the transaction that brings the new figures.
create table recounts (
  organization_id uuid primary key,
  -- goes up with every request, so that one which is made during a count is not taken for done
  requested integer not null default 1,
  -- the last of them after which every chat has to be judged; 0: none, only the changed chats wait
  requested_whole integer not null default 0,
  requested_at timestamptz not null default now(),
  -- how often it failed, and when it is tried again
  failures integer not null default 0,
  due_at timestamptz not null default now()
);

alter table recounts enable row level security;
alter table recounts force row level security;
do $$
begin
  execute format('create policy every_organization on recounts to %I using (true) with check (true)', current_user);
end
$$;
create policy own_organization on recounts for select to impact_app
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
grant select on recounts to impact_app;

-- As 0008 has it, but for the last step: a schedule that reaches far back lets every chat wait, and not each of them by name.
create or replace function change_working_hours(expected bigint, who text, first_day date, shifts jsonb, days_off jsonb) returns bigint
language plpgsql security definer
as $$
declare
  own uuid := lock_own_organization();
  newest bigint;
  former jsonb := schedule_from(own, first_day);
  entered jsonb;
  many constant integer := 1000;
begin
  select coalesce(max(seq), 0) into newest from setting_changes where organization_id = own and kind = 'working_hours';
  if newest is distinct from expected then
    return null;
  end if;
  delete from working_shifts where organization_id = own and effective_from = first_day;
  delete from holidays where organization_id = own and effective_from = first_day;
  insert into working_shifts (organization_id, effective_from, day_number, opens, closes)
  select own, first_day, s.day_number, s.opens, s.closes from jsonb_to_recordset(shifts) s (day_number smallint, opens smallint, closes smallint);
  insert into holidays (organization_id, effective_from, day, name)
  select own, first_day, h.date, h.name from jsonb_to_recordset(days_off) h (date date, name text);
  insert into working_hours (organization_id, effective_from, changed_by, changed_at)
  values (own, first_day, who, now())
  on conflict (organization_id, effective_from) do nothing;
  entered := schedule_from(own, first_day);
  if former = entered then
    return expected;
  end if;
  update working_hours set changed_by = who, changed_at = now() where organization_id = own and effective_from = first_day;
  -- A shift of the day before may run past midnight into the first day, and the other way round a schedule that goes takes its shift along.
  -- local_day is never before the day of the first message, so its index finds them all.
  -- While all of them are judged, some may have been judged by the old schedule, and nobody sees yet which.
  if exists (select from recounts where organization_id = own and requested_whole > 0) or (
    select count(*) from (select from episode_outcomes e where e.organization_id = own and e.local_day >= first_day - 1 limit many + 1) concerned
  ) > many then
    insert into recounts as waiting (organization_id, requested_whole)
    values (own, 1)
    on conflict (organization_id) do update set
      requested = waiting.requested + 1, requested_whole = waiting.requested + 1, failures = 0, due_at = now();
  else
    insert into changed_episodes (organization_id, id)
    select e.organization_id, e.id
    from episode_outcomes e
    join organizations o on o.id = e.organization_id
    where e.organization_id = own
      and e.local_day >= first_day - 1
      and (e.first_inbound_at is null or (e.first_inbound_at at time zone o.time_zone)::date >= first_day - 1)
    on conflict do nothing;
  end if;
  return record_setting_change(own, 'working_hours', first_day::text, who, former, entered);
end
$$;

-- As 0008 has it: a caller's search path must not choose what the owner's rights are used on.
do $$
begin
  execute format(
    'alter function change_working_hours(bigint, text, date, jsonb, jsonb) set search_path to pg_catalog, %I, pg_temp', current_schema()
  );
end
$$;
