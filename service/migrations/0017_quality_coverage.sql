-- How many of the chats with AI can be scored for quality: spec/metrics.md, section 6. Counted by refresh like every other measure.

create or replace view episodes with (security_invoker = true) as
select
  r.organization_id,
  r.id,
  r.contact_id,
  r.channel,
  r.topic,
  r.first_inbound_at,
  r.closed_at,
  -- not known counts as the customer
  r.initiated_by is distinct from 'business' as opened_by_customer,
  -- not known counts as a question
  a.thanks_only is true as thanks_only,
  r.assign_channel_agent_id is not null as human_attached,
  -- a log that does not count answers says with its row alone that AI took part
  (a.room_id is not null and (a.ai_answers is null or a.ai_answers >= 1)) or r.closed_reason is not distinct from 'RESOLVE_AI' as ai_involved,
  -- written as the index rooms_solved_by_ai has it
  r.closed_at is not null and r.closed_reason = 'RESOLVE_AI' and r.assign_channel_agent_id is null as solved_by_ai,
  a.turns,
  a.customer_messages,
  mood_rank(a.sentiment_start) as mood_at_start,
  mood_rank(a.sentiment_end) as mood_at_end,
  -- how sure the AI was and where its answer came from are kept, and why when it had none
  a.confidence is not null and a.answer_scope is not null and (lower(a.answer_scope) <> 'out_of_scope' or a.out_of_scope_reason is not null)
    as quality_validated
from rooms r
left join ai_activity_logs a on a.organization_id = r.organization_id and a.room_id = r.id
where r.first_inbound_at is not null
  and not r.is_test
  and upper(coalesce(r.closed_reason, '')) not in ('SPAM', 'BLOCKED');

-- null: counted before anybody asked, and not validated
alter table episode_outcomes add column quality_validated boolean;

-- Only chats that can be validated are counted again; for all others nothing changes.
insert into changed_episodes (organization_id, id)
select a.organization_id, a.room_id
from ai_activity_logs a
where a.confidence is not null and a.answer_scope is not null
on conflict do nothing;

-- By local month of the close. The daily counts have it too, but the question is about all organizations, and they are sorted by organization.
create table quality_coverage (
  organization_id uuid not null,
  month date not null check (extract(day from month) = 1),
  -- closed chats in which AI took part
  ai_chats bigint not null,
  validated bigint not null,
  primary key (organization_id, month)
);
create index quality_coverage_by_month on quality_coverage (month);

alter table quality_coverage enable row level security;
alter table quality_coverage force row level security;
do $$
begin
  execute format('create policy every_organization on quality_coverage to %I using (true) with check (true)', current_user);
end
$$;
create policy own_organization on quality_coverage for select to impact_app
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);

insert into quality_coverage (organization_id, month, ai_chats, validated)
select organization_id, date_trunc('month', local_day)::date, sum(n), 0
from daily_counts
where dimension = 'all' and measure in ('checking', 'uncheckable', 'came_back', 'stayed_solved', 'handed_over', 'ended_unclear')
group by organization_id, date_trunc('month', local_day)
having sum(n) > 0;

drop function success_metrics(date, integer);

-- Sums over all organizations with live data, month by month: no organization can be told from them but by there being only one.
create function success_metrics(newest_month date, months integer)
returns table (
  month text, ai_enabled bigint, viewed bigint, viewed_again bigint, reports bigint, honest bigint, value_visible bigint,
  ai_chats bigint, quality_validated bigint, engaged_due bigint, engaged_kept bigint, others_due bigint, others_kept bigint
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
    quality.ai_chats,
    quality.validated,
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
    select coalesce(sum(q.ai_chats), 0)::bigint as ai_chats, coalesce(sum(q.validated), 0)::bigint as validated
    from quality_coverage q
    join organizations o on o.id = q.organization_id
    where q.month = m.first_day and o.source = 'live'
  ) quality
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

-- As 0010 has it: a caller's search path must not choose what the owner's rights are used on.
do $$
begin
  execute format('alter function success_metrics(date, integer) set search_path to pg_catalog, %I, pg_temp', current_schema());
end
$$;
revoke all on function success_metrics(date, integer) from public;
grant execute on function success_metrics(date, integer) to impact_app;
