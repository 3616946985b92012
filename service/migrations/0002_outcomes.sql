-- What is derived from the source tables. Refresh keeps it in step, chat by chat.

-- Chats whose row, or whose AI facts, changed since the last refresh. Imports write here in the transaction that changes the row, after
-- they locked the organization's row (select ... for update): an entry that is already there would otherwise be written, found and
-- cleared by a refresh that does not see the change yet.
create table changed_episodes (
  organization_id uuid not null,
  id text not null,
  primary key (organization_id, id)
);

-- The outcome of every chat as of organizations.as_of: drill-down lists these rows, the daily counts add them up.
create table episode_outcomes (
  organization_id uuid not null,
  id text not null,
  -- the organization's local day of the close; for an open chat, of the first message
  local_day date not null,
  channel text not null,
  topic text,
  closed_at timestamptz,
  -- one of spec/metrics.md section 2, or still_open
  outcome text not null,
  -- closed so lately that the return window has not passed
  young boolean not null,
  -- the first chat that made this one came_back
  returned_in text,
  primary key (organization_id, id)
);
create index episode_outcomes_by_day on episode_outcomes (organization_id, local_day, outcome);
-- the return window passes for these as as_of moves on
create index episode_outcomes_by_close on episode_outcomes (organization_id, closed_at) where closed_at is not null;
-- when a chat changes, those that it had made come back are judged again
create index episode_outcomes_by_return on episode_outcomes (organization_id, returned_in) where returned_in is not null;

-- Daily counts: a report reads only these, so that its cost grows with the days of the period and not with the chats.
create table daily_counts (
  organization_id uuid not null,
  -- all (key ''), channel or topic
  dimension text not null check (dimension in ('all', 'channel', 'topic')),
  key text not null,
  local_day date not null,
  -- an outcome, still_open, or human_only_young (the part of human_only whose return window has not passed)
  measure text not null,
  n bigint not null,
  primary key (organization_id, dimension, key, local_day, measure)
);
