-- What requests may change. The request role has no right to write to any table; it may call these functions, which run with the owner's
-- rights and do one definite thing each. The owner passes by own_organization's policies, so every statement here names the organization, and
-- takes it from the transaction's setting and from nowhere else: no function has a parameter for it.
--
-- Each locks the organization's row first, as imports and refreshes do, so that two changes, or a change and a refresh, take turns.

-- newest first, with ties by id, within an outcome: a page of a drill-down is one short walk along it
create index episode_outcomes_by_time on episode_outcomes (organization_id, outcome, coalesce(closed_at, first_inbound_at), id);

-- the newest entry of a kind is the version of the setting
create index setting_changes_by_kind on setting_changes (organization_id, kind, seq);

create function lock_own_organization() returns uuid
language plpgsql security definer
as $$
declare
  own uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
begin
  perform from organizations where id = own for update;
  if not found then
    raise exception 'Could not change a setting: the transaction names no organization that exists.' using errcode = 'no_data_found';
  end if;
  return own;
end
$$;

-- Notes the change and lets every report of the organization be asked for anew.
create function record_setting_change(own uuid, kind_ text, subject_ text, who text, before_ jsonb, after_ jsonb) returns bigint
language plpgsql security definer
as $$
declare
  entry bigint;
begin
  select coalesce(max(seq), 0) + 1 into entry from setting_changes where organization_id = own;
  insert into setting_changes (organization_id, seq, kind, subject, changed_by, changed_at, before, after)
  values (own, entry, kind_, subject_, who, now(), before_, after_);
  update organizations set revision = revision + 1 where id = own;
  return entry;
end
$$;

-- The new version; the old one when nothing differs; null when another version than `expected` is the newest.
create function change_cost_assumption(expected integer, who text, minutes numeric, hour bigint, fee bigint) returns integer
language plpgsql security definer
as $$
declare
  own uuid := lock_own_organization();
  newest cost_assumptions;
  former jsonb;
  entered jsonb := jsonb_build_object('minutes_per_chat', minutes, 'hourly_cost', hour, 'ai_fee_per_month', fee);
begin
  select * into newest from cost_assumptions where organization_id = own order by version desc limit 1;
  if coalesce(newest.version, 0) is distinct from expected then
    return null;
  end if;
  if newest.version is not null then
    former := jsonb_build_object(
      'minutes_per_chat', newest.minutes_per_chat, 'hourly_cost', newest.hourly_cost, 'ai_fee_per_month', newest.ai_fee_per_month
    );
  end if;
  if former = entered then
    return expected;
  end if;
  insert into cost_assumptions (organization_id, version, minutes_per_chat, hourly_cost, ai_fee_per_month, changed_by, changed_at)
  values (own, expected + 1, minutes, hour, fee, who, now());
  perform record_setting_change(own, 'cost_assumption', null, who, former, entered);
  return expected + 1;
end
$$;

-- A schedule as one value, for the history and to see whether anything differs; null: there is none from that day on.
create function schedule_from(own uuid, first_day date) returns jsonb
language sql stable security definer
as $$
  select jsonb_build_object(
    'effective_from', w.effective_from,
    'shifts', coalesce(
      (
        select jsonb_agg(jsonb_build_object('day_number', s.day_number, 'opens', s.opens, 'closes', s.closes) order by s.day_number, s.opens)
        from working_shifts s
        where s.organization_id = own and s.effective_from = first_day
      ),
      '[]'
    ),
    'holidays', coalesce(
      (
        select jsonb_agg(jsonb_build_object('date', h.day, 'name', h.name) order by h.day)
        from holidays h
        where h.organization_id = own and h.effective_from = first_day
      ),
      '[]'
    )
  )
  from working_hours w
  where w.organization_id = own and w.effective_from = first_day
$$;

-- Replaces the schedule that begins on a day. The new version; the old one when nothing differs; null when `expected` is not the newest.
create function change_working_hours(expected bigint, who text, first_day date, shifts jsonb, days_off jsonb) returns bigint
language plpgsql security definer
as $$
declare
  own uuid := lock_own_organization();
  newest bigint;
  former jsonb := schedule_from(own, first_day);
  entered jsonb;
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
  insert into changed_episodes (organization_id, id)
  select e.organization_id, e.id
  from episode_outcomes e
  join organizations o on o.id = e.organization_id
  where e.organization_id = own
    and e.local_day >= first_day - 1
    and (e.first_inbound_at is null or (e.first_inbound_at at time zone o.time_zone)::date >= first_day - 1)
  on conflict do nothing;
  return record_setting_change(own, 'working_hours', first_day::text, who, former, entered);
end
$$;

-- Calls the chat's return "a different matter", or takes that back. Doing the same again changes nothing. False: there is no such chat, or it
-- never had a return.
create function rule_return(chat text, different_matter boolean, who text) returns boolean
language plpgsql security definer
as $$
declare
  own uuid := lock_own_organization();
  back text;
  former jsonb;
begin
  select returned_in into back from episode_outcomes where organization_id = own and id = chat;
  if not found then
    return false;
  end if;
  select jsonb_agg(returned_in order by ruled_at, returned_in) into former from return_rulings where organization_id = own and id = chat;
  if back is null and former is null then
    return false;
  end if;
  -- the same ruling may stand already while its chat waits to be judged anew
  if (different_matter and (back is null or coalesce(former, '[]') ? back)) or (not different_matter and former is null) then
    return true;
  end if;
  if different_matter then
    insert into return_rulings (organization_id, id, returned_in, ruled_by, ruled_at) values (own, chat, back, who, now());
  else
    delete from return_rulings where organization_id = own and id = chat;
  end if;
  insert into changed_episodes (organization_id, id) values (own, chat) on conflict do nothing;
  perform record_setting_change(
    own, 'return_ruling', chat, who, former,
    (select jsonb_agg(returned_in order by ruled_at, returned_in) from return_rulings where organization_id = own and id = chat)
  );
  return true;
end
$$;

-- A caller's search path must not choose what the owner's rights are used on.
do $$
declare
  one record;
begin
  for one in
    select p.oid::regprocedure as signature, p.proname as name
    from pg_proc p
    where p.pronamespace = to_regnamespace(current_schema()) and p.prosecdef
  loop
    execute format('alter function %s set search_path to pg_catalog, %I, pg_temp', one.signature, current_schema());
    execute format('revoke all on function %s from public', one.signature);
    if one.name in ('change_cost_assumption', 'change_working_hours', 'rule_return') then
      execute format('grant execute on function %s to impact_app', one.signature);
    end if;
  end loop;
end
$$;
