-- The figures behind hours and rupiah hold from a day on, so that a new fee leaves the months before it as they were (docs/decisions/0038). On a day
-- the newest version holds whose day has come; -infinity: from the beginning. So what is there now goes on as it was: its newest version holds always.
alter table cost_assumptions add column effective_from date not null default '-infinity';

-- As 0008 has it, but for the day; null, and none from an instance that runs still: from the beginning.
drop function change_cost_assumption(integer, text, numeric, bigint, bigint);
create function change_cost_assumption(
  expected integer, who text, minutes numeric, hour bigint, fee bigint, first_day date default null
) returns integer
language plpgsql security definer
as $$
declare
  own uuid := lock_own_organization();
  newest cost_assumptions;
  former jsonb;
  entered jsonb := jsonb_build_object('minutes_per_chat', minutes, 'hourly_cost', hour, 'ai_fee_per_month', fee, 'effective_from', first_day);
begin
  select * into newest from cost_assumptions where organization_id = own order by version desc limit 1;
  if coalesce(newest.version, 0) is distinct from expected then
    return null;
  end if;
  if newest.version is not null then
    former := jsonb_build_object(
      'minutes_per_chat', newest.minutes_per_chat, 'hourly_cost', newest.hourly_cost, 'ai_fee_per_month', newest.ai_fee_per_month,
      'effective_from', nullif(newest.effective_from, '-infinity')
    );
  end if;
  if former = entered then
    return expected;
  end if;
  insert into cost_assumptions (organization_id, version, minutes_per_chat, hourly_cost, ai_fee_per_month, changed_by, changed_at, effective_from)
  values (own, expected + 1, minutes, hour, fee, who, now(), coalesce(first_day, '-infinity'));
  perform record_setting_change(own, 'cost_assumption', null, who, former, entered);
  return expected + 1;
end
$$;

-- As 0008 has it: a caller's search path must not choose what the owner's rights are used on.
do $$
begin
  execute format(
    'alter function change_cost_assumption(integer, text, numeric, bigint, bigint, date) set search_path to pg_catalog, %I, pg_temp', current_schema()
  );
end
$$;
revoke all on function change_cost_assumption(integer, text, numeric, bigint, bigint, date) from public;
grant execute on function change_cost_assumption(integer, text, numeric, bigint, bigint, date) to impact_app;
