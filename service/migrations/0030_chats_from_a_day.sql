-- A change of working hours looks up the chats from a day on. Their index by day is gone (0027), so it walks along the one that drill-downs walk,
-- outcome by outcome: otherwise it would read every chat of the organization while its admin waits. As 0022 has the rest.
create or replace function change_working_hours(expected bigint, who text, first_day date, shifts jsonb, days_off jsonb) returns bigint
language plpgsql security definer
as $$
declare
  own uuid := lock_own_organization();
  newest bigint;
  former jsonb := schedule_from(own, first_day);
  entered jsonb;
  many constant integer := 1000;
  outcomes constant text[] := array['human_only', 'checking', 'uncheckable', 'came_back', 'stayed_solved', 'handed_over', 'ended_unclear', 'still_open'];
  first_moment timestamptz;
begin
  select coalesce(max(seq), 0) into newest from setting_changes where organization_id = own and kind = 'working_hours';
  if newest is distinct from expected then
    return null;
  end if;
  delete from working_shifts where organization_id = own and effective_from = first_day;
  delete from holidays where organization_id = own and effective_from = first_day;
  insert into working_shifts (organization_id, effective_from, day_number, opens, closes)
  select o.id, first_day, s.day_number, s.opens, s.closes
  from organizations o
  cross join jsonb_to_recordset(shifts) s (day_number smallint, opens smallint, closes smallint)
  where o.id = own;
  insert into holidays (organization_id, effective_from, day, name)
  select o.id, first_day, h.date, h.name
  from organizations o
  cross join jsonb_to_recordset(days_off) h (date date, name text)
  where o.id = own;
  insert into working_hours (organization_id, effective_from, changed_by, changed_at)
  values (own, first_day, who, now())
  on conflict (organization_id, effective_from) do nothing;
  entered := schedule_from(own, first_day);
  if former = entered then
    return expected;
  end if;
  update working_hours set changed_by = who, changed_at = now() where organization_id = own and effective_from = first_day;
  -- A shift of the day before may run past midnight into the first day, and the other way round a schedule that goes takes its shift along.
  -- local_day is never before the day of the first message, so it finds them all.
  -- Where along the index these days begin is computed apart, with hours to spare for every change of clocks (see ../src/chats/page.sql).
  select start_of_day(first_day - 1, time_zone) - interval '3 hours' into first_moment from organizations where id = own;
  -- While all of them are judged, some may have been judged by the old schedule, and nobody sees yet which.
  if exists (select from recounts where organization_id = own and requested_whole > 0) or (
    select count(*)
    from (
      select e.id
      from episode_outcomes e
      where e.organization_id = own and e.outcome = any (outcomes) and e.sort_at >= first_moment and e.local_day >= first_day - 1
      limit many + 1
    ) concerned
  ) > many then
    insert into recounts as waiting (organization_id, requested_whole, due_at)
    values (own, 1, now())
    on conflict (organization_id) do update set
      requested = waiting.requested + 1, requested_whole = waiting.requested + 1, failures = 0, due_at = excluded.due_at;
  else
    insert into changed_episodes (organization_id, id)
    select e.organization_id, e.id
    from episode_outcomes e
    join organizations o on o.id = e.organization_id
    where e.organization_id = own
      and o.id = own
      and e.outcome = any (outcomes)
      and e.sort_at >= first_moment
      and e.local_day >= first_day - 1
      and (e.first_inbound_at is null or (e.first_inbound_at at time zone o.time_zone)::date >= first_day - 1)
    on conflict do nothing;
  end if;
  return record_setting_change(own, 'working_hours', first_day::text, who, former, entered);
end
$$;

-- Replaced, it has lost it: a caller's search path must not choose what the owner's rights are used on.
do $$
begin
  execute format(
    'alter function change_working_hours(bigint, text, date, jsonb, jsonb) set search_path to pg_catalog, %I, pg_temp', current_schema()
  );
end
$$;
