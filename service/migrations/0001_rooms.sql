-- Source tables, as spec/metrics.md (section 1) names them. organization_id stands first in every key, so that the tables can be
-- distributed by it later; there are no foreign keys between large tables, because their triggers would queue one event a row.

create table organizations (
  id uuid primary key,
  name text not null check (name <> ''),
  time_zone text not null,
  ai_activated_on date,
  source text not null default 'live' check (source in ('live', 'sample')),
  -- the newest event that a finished import brought; every outcome is counted as of it. Only refresh writes it.
  as_of timestamptz,
  -- goes up with everything that can change a report; reports carry it as their ETag
  revision bigint not null default 0,
  created_at timestamptz not null default now()
);

create table rooms (
  organization_id uuid not null,
  id text not null,
  contact_id text,
  channel text not null,
  topic text,
  created_at timestamptz not null,
  first_inbound_at timestamptz,
  closed_at timestamptz,
  closed_reason text,
  assign_channel_agent_id text,
  is_test boolean not null default false,
  -- who wrote first; null: not known
  initiated_by text check (initiated_by in ('customer', 'business')),
  updated_at timestamptz not null,
  primary key (organization_id, id)
);
-- returns are looked up by contact and time of the first message
create index rooms_by_contact on rooms (organization_id, contact_id, first_inbound_at) where contact_id is not null;
-- when a chat changes, the chats before it whose customer it brings back are looked up by contact and time of the close; only these can come back
create index rooms_solved_by_ai on rooms (organization_id, contact_id, closed_at)
  where closed_at is not null and closed_reason = 'RESOLVE_AI' and assign_channel_agent_id is null;

-- What the AI logged about a room. A column that the source lacks stays null, and its metrics stay unavailable.
create table ai_activity_logs (
  organization_id uuid not null,
  room_id text not null,
  ai_answers integer,
  customer_messages integer,
  turns integer,
  first_response_ms bigint,
  handle_seconds bigint,
  sentiment_start text,
  sentiment_end text,
  thanks_only boolean,
  confidence double precision,
  answer_scope text,
  out_of_scope_reason text,
  escalation_reason text,
  csat integer,
  q_relevant boolean,
  q_accurate boolean,
  q_safe boolean,
  actions_ok integer,
  actions_failed integer,
  updated_at timestamptz not null,
  primary key (organization_id, room_id)
);
