-- What the headline of a week or a month rested on when it became final, and every time that it changed afterwards: by late data, corrections at
-- the source, rulings. Rows are only ever added. An open chat is no part of it: that it is closed one day corrects nothing.
create table period_revisions (
  organization_id uuid not null,
  -- all (key '') or channel, as in daily_counts
  dimension text not null check (dimension in ('all', 'channel')),
  key text not null,
  -- Monday weeks and calendar months
  unit text not null check (unit in ('week', 'month')),
  from_day date not null,
  to_day date not null,
  revision integer not null check (revision >= 1),
  -- the definition of net that it was counted by: revisions of two definitions cannot be compared
  definition integer not null,
  human_only bigint not null,
  uncheckable bigint not null,
  came_back bigint not null,
  stayed_solved bigint not null,
  handed_over bigint not null,
  ended_unclear bigint not null,
  corrected bigint not null,
  -- the data that it rests on, and when it was kept
  as_of timestamptz not null,
  frozen_at timestamptz not null default now(),
  primary key (organization_id, dimension, key, from_day, unit, revision)
);

alter table period_revisions enable row level security;
alter table period_revisions force row level security;
create policy every_organization on period_revisions to current_user using (true) with check (true);
create policy own_organization on period_revisions for select to impact_app
using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
grant select on period_revisions to impact_app;

-- What is final already is frozen at the next start: a chat of an organization's first day makes its refresh look at every day.
insert into changed_episodes (organization_id, id)
select o.id, first.id
from organizations o
cross join lateral (select e.id from episode_outcomes e where e.organization_id = o.id order by e.local_day limit 1) first
on conflict do nothing;
