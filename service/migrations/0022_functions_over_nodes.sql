-- Functions that Citus can run: a function in plain SQL may not hand its parameters on to other nodes.

-- The success metrics as questions that can be asked of many nodes, each of them of all organizations at once, and put together afterwards. What they
-- answer is the same.

create or replace function success_metrics(newest_month date, months integer)
returns table (
  month text, ai_enabled bigint, viewed bigint, viewed_again bigint, reports bigint, honest bigint, value_visible bigint,
  ai_chats bigint, quality_validated bigint, engaged_due bigint, engaged_kept bigint, others_due bigint, others_kept bigint
)
language plpgsql stable security definer
as $$
#variable_conflict use_column
declare
  last_month constant date := date_trunc('month', newest_month::timestamp)::date;
  first_month constant date := (last_month - make_interval(months => months - 1))::date;
begin
  return query
  with spans as (
    select day::date as first_day, (day + interval '1 month')::date as next_month
    from generate_series(first_month::timestamp, last_month::timestamp, '1 month') day
  ), starts as (
    select o.ai_activated_on as day, count(*) as organizations from organizations o where o.source = 'live' and o.ai_activated_on is not null group by 1
  ), views as (
    select
      v.month as first_day,
      count(*) filter (where v.role = 'admin' and o.ai_activated_on < v.month + interval '1 month') as viewed,
      count(b.role) filter (where v.role = 'admin' and o.ai_activated_on < v.month + interval '1 month') as viewed_again,
      count(v.net_and_gap) as reports,
      count(*) filter (where v.net_and_gap) as honest,
      count(distinct v.organization_id) filter (where v.work_absorbed and o.ai_activated_on < v.month + interval '1 month') as value_visible
    from report_views v
    join organizations o on o.id = v.organization_id
    -- the month before
    left join report_views b on b.organization_id = v.organization_id and b.month = (v.month - interval '1 month')::date and b.role = 'admin'
    where v.month between first_month and last_month and o.source = 'live'
    group by v.month
  ), quality as (
    select q.month as first_day, sum(q.ai_chats)::bigint as ai_chats, sum(q.validated)::bigint as validated
    from quality_coverage q
    join organizations o on o.id = q.organization_id
    where q.month between first_month and last_month and o.source = 'live'
    group by q.month
  ), kept as (
    select
      due.first_day,
      count(*) filter (where due.engaged) as engaged_due,
      count(*) filter (where due.engaged and due.kept) as engaged_kept,
      count(*) filter (where not due.engaged) as others_due,
      count(*) filter (where not due.engaged and due.kept) as others_kept
    from (
      select
        date_trunc('month', r.due_on::timestamp)::date as first_day,
        r.outcome <> 'lapsed' as kept,
        -- an admin looked at it in the month of the renewal or the two before
        exists (
          select 1
          from report_views v
          where v.organization_id = r.organization_id
            and v.role = 'admin'
            and v.month <= r.due_on
            and v.month >= date_trunc('month', r.due_on::timestamp) - interval '2 months'
        ) as engaged
      from renewals r
      join organizations o on o.id = r.organization_id
      where r.due_on >= first_month and r.due_on < last_month + interval '1 month' and o.source = 'live'
    ) due
    group by due.first_day
  )
  select
    to_char(spans.first_day, 'YYYY-MM'),
    coalesce((select sum(starts.organizations) from starts where starts.day < spans.next_month), 0)::bigint,
    coalesce(views.viewed, 0),
    coalesce(views.viewed_again, 0),
    coalesce(views.reports, 0),
    coalesce(views.honest, 0),
    coalesce(views.value_visible, 0),
    coalesce(quality.ai_chats, 0),
    coalesce(quality.validated, 0),
    coalesce(kept.engaged_due, 0),
    coalesce(kept.engaged_kept, 0),
    coalesce(kept.others_due, 0),
    coalesce(kept.others_kept, 0)
  from spans
  left join views on views.first_day = spans.first_day
  left join quality on quality.first_day = spans.first_day
  left join kept on kept.first_day = spans.first_day
  order by spans.first_day desc;
end
$$;

-- A schedule as one value, as 0008 has it.
create or replace function schedule_from(own uuid, first_day date) returns jsonb
language plpgsql stable security definer
as $$
begin
  return (
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
  );
end
$$;

-- As 0021 has it, but each row that is inserted takes its organization from the organization's row: then the node that keeps it writes them by itself.
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
  -- local_day is never before the day of the first message, so its index finds them all.
  -- While all of them are judged, some may have been judged by the old schedule, and nobody sees yet which.
  if exists (select from recounts where organization_id = own and requested_whole > 0) or (
    select count(*) from (select e.id from episode_outcomes e where e.organization_id = own and e.local_day >= first_day - 1 limit many + 1) concerned
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
      and e.local_day >= first_day - 1
      and (e.first_inbound_at is null or (e.first_inbound_at at time zone o.time_zone)::date >= first_day - 1)
    on conflict do nothing;
  end if;
  return record_setting_change(own, 'working_hours', first_day::text, who, former, entered);
end
$$;

-- Replaced, they have lost it: a caller's search path must not choose what the owner's rights are used on.
do $$
declare
  signature regprocedure;
begin
  foreach signature in array array[
    'success_metrics(date, integer)', 'schedule_from(uuid, date)', 'change_working_hours(bigint, text, date, jsonb, jsonb)'
  ]::regprocedure[]
  loop
    execute format('alter function %s set search_path to pg_catalog, %I, pg_temp', signature, current_schema());
  end loop;
end
$$;
