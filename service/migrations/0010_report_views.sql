-- Whether the report is looked at, and what it shows: spec/metrics.md, section 6. Nobody is named: an organization, a role and a month.

create table report_views (
  organization_id uuid not null,
  -- the first day of the organization's local month
  month date not null check (extract(day from month) = 1),
  role text not null check (role in ('admin', 'supervisor')),
  -- whether net stood there with the gap beside it, each time that a share was shown; null: none was
  net_and_gap boolean,
  -- whether a figure for work absorbed was shown, other than zero
  work_absorbed boolean not null,
  primary key (organization_id, month, role)
);
-- the only question is about a month of all organizations
create index report_views_by_month on report_views (month);

-- Entered from the books of customer success; compared with views, which says what goes together and not what follows from what.
create table renewals (
  organization_id uuid not null,
  due_on date not null,
  outcome text not null check (outcome in ('renewed', 'expanded', 'lapsed')),
  primary key (organization_id, due_on)
);
create index renewals_by_day on renewals (due_on);

do $$
declare
  name text;
begin
  foreach name in array array['report_views', 'renewals']
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

-- Notes a view in this month. The same view again changes nothing, and waits for nobody: no lock on the organization, no new revision.
-- One report without the gap outweighs all others with it. False: the transaction names no organization that exists.
create function record_report_view(viewer text, net_and_gap boolean, work_absorbed boolean) returns boolean
language plpgsql security definer
as $$
declare
  own uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  this_month date;
begin
  select date_trunc('month', now() at time zone o.time_zone)::date into this_month from organizations o where o.id = own;
  if this_month is null then
    return false;
  end if;
  insert into report_views as known (organization_id, month, role, net_and_gap, work_absorbed)
  values (own, this_month, viewer, net_and_gap, work_absorbed)
  on conflict on constraint report_views_pkey do update
  set
    net_and_gap = coalesce(known.net_and_gap and excluded.net_and_gap, known.net_and_gap, excluded.net_and_gap),
    work_absorbed = known.work_absorbed or excluded.work_absorbed
  where known.net_and_gap is distinct from coalesce(known.net_and_gap and excluded.net_and_gap, known.net_and_gap, excluded.net_and_gap)
    or known.work_absorbed is distinct from (known.work_absorbed or excluded.work_absorbed);
  return true;
end
$$;

-- Sums over all organizations with live data, month by month: no organization can be told from them but by there being only one.
create function success_metrics(newest_month date, months integer)
returns table (
  month text, ai_enabled bigint, viewed bigint, viewed_again bigint, reports bigint, honest bigint, value_visible bigint,
  engaged_due bigint, engaged_kept bigint, others_due bigint, others_kept bigint
)
language sql stable security definer
as $$
  select
    to_char(m.first_day, 'YYYY-MM'),
    (select count(*) from organizations o where o.source = 'live' and o.ai_activated_on < m.next_month),
    views.viewed,
    views.viewed_again,
    views.reports,
    views.honest,
    views.value_visible,
    kept.engaged_due,
    kept.engaged_kept,
    kept.others_due,
    kept.others_kept
  from (
    select first_day::date, (first_day + interval '1 month')::date as next_month, (first_day - interval '1 month')::date as month_before
    from generate_series(date_trunc('month', newest_month::timestamp) - make_interval(months => months - 1), date_trunc('month', newest_month::timestamp), '1 month') first_day
  ) m
  cross join lateral (
    select
      count(*) filter (where v.role = 'admin' and o.ai_activated_on < m.next_month) as viewed,
      count(*) filter (
        where v.role = 'admin'
          and o.ai_activated_on < m.next_month
          and exists (select from report_views b where b.organization_id = v.organization_id and b.month = m.month_before and b.role = 'admin')
      ) as viewed_again,
      count(v.net_and_gap) as reports,
      count(*) filter (where v.net_and_gap) as honest,
      count(distinct v.organization_id) filter (where v.work_absorbed and o.ai_activated_on < m.next_month) as value_visible
    from report_views v
    join organizations o on o.id = v.organization_id
    where v.month = m.first_day and o.source = 'live'
  ) views
  cross join lateral (
    select
      count(*) filter (where engaged.so) as engaged_due,
      count(*) filter (where engaged.so and r.outcome <> 'lapsed') as engaged_kept,
      count(*) filter (where not engaged.so) as others_due,
      count(*) filter (where not engaged.so and r.outcome <> 'lapsed') as others_kept
    from renewals r
    join organizations o on o.id = r.organization_id
    -- an admin looked at it in the month of the renewal or the two before
    cross join lateral (
      select exists (
        select from report_views v
        where v.organization_id = r.organization_id
          and v.role = 'admin'
          and v.month between (m.first_day - interval '2 months')::date and m.first_day
      ) as so
    ) engaged
    where r.due_on >= m.first_day and r.due_on < m.next_month and o.source = 'live'
  ) kept
  order by m.first_day desc
$$;

do $$
declare
  signature regprocedure;
begin
  foreach signature in array array['record_report_view(text, boolean, boolean)', 'success_metrics(date, integer)']::regprocedure[]
  loop
    execute format('alter function %s set search_path to pg_catalog, %I, pg_temp', signature, current_schema());
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to impact_app', signature);
  end loop;
end
$$;
