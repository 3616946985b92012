-- Whether forecasts hold as often as they say, over all organizations: eight of ten is what they promise. As 0022 has the rest.

drop function success_metrics(date, integer);

create function success_metrics(newest_month date, months integer)
returns table (
  month text, ai_enabled bigint, viewed bigint, viewed_again bigint, reports bigint, honest bigint, value_visible bigint,
  ai_chats bigint, quality_validated bigint, engaged_due bigint, engaged_kept bigint, others_due bigint, others_kept bigint, forecasts bigint, forecasts_held bigint
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
  ), foretold as (
    -- a period is frozen when it is final; the range was told in whole percentages, and so is what happened
    select
      date_trunc('month', f.to_day::timestamp)::date as first_day,
      count(*) as graded,
      count(*) filter (where round(100.0 * t.stayed_solved / t.judged) between round(100 * f.low) and round(100 * f.high)) as held
    from forecasts f
    join organizations o on o.id = f.organization_id
    join trend_counts t on t.organization_id = f.organization_id and t.dimension = 'all' and t.key = '' and t.unit = f.unit and t.from_day = f.from_day
    where f.to_day >= first_month
      and f.to_day < last_month + interval '1 month'
      and o.source = 'live'
      and t.judged > 0
      and exists (
        select 1
        from period_revisions p
        where p.organization_id = f.organization_id and p.dimension = 'all' and p.key = '' and p.from_day = f.from_day and p.unit = f.unit
      )
    group by date_trunc('month', f.to_day::timestamp)
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
    coalesce(kept.others_kept, 0),
    coalesce(foretold.graded, 0),
    coalesce(foretold.held, 0)
  from spans
  left join views on views.first_day = spans.first_day
  left join quality on quality.first_day = spans.first_day
  left join kept on kept.first_day = spans.first_day
  left join foretold on foretold.first_day = spans.first_day
  order by spans.first_day desc;
end
$$;

-- As 0010 has it: a caller's search path must not choose what the owner's rights are used on.
do $$
begin
  execute format('alter function success_metrics(date, integer) set search_path to pg_catalog, %I, pg_temp', current_schema());
end
$$;
revoke all on function success_metrics(date, integer) from public;
grant execute on function success_metrics(date, integer) to impact_app;
