-- A drill-down lists chats by this moment. A column of its own, because row-level security lets no condition that is computed from columns
-- reach an index before its own: over coalesce() every page would read all chats of the organization.
drop index episode_outcomes_by_time;
alter table episode_outcomes add column sort_at timestamptz generated always as (coalesce(closed_at, first_inbound_at)) stored;

-- newest first, with ties by id, within an outcome: a page is one short walk along it for each
create index episode_outcomes_by_time on episode_outcomes (organization_id, outcome, sort_at, id);
