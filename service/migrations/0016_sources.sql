-- Two more ways in: sources that use a room again, and sources that are followed.

-- Sources that use a room again (adapter B of spec/metrics.md, section 1). What such a source says of a room is kept as it was said, and the chats
-- that follow from it are rows of rooms like all others: whatever counts reads them there, and only the import knows that they were rebuilt.

-- Whether the source uses a room for one chat after the other.
alter table organizations add column rooms_reused boolean not null default false;

-- The room that holds the chat, where it holds several; null: the chat is the room.
alter table rooms add column room_id text;
-- Empty until the first such import, but building it reads the table once; imports wait meanwhile, reports do not.
create index rooms_by_room on rooms (organization_id, room_id) where room_id is not null;

create table room_records (
  organization_id uuid not null,
  room_id text not null,
  -- the row of the room, a close, or what the AI logged
  kind text not null check (kind in ('room', 'close', 'activity')),
  -- which close (its moment), or which log (a moment of its chat); -infinity: the only one, about the room as a whole
  at timestamptz not null,
  -- the row as it was imported
  record jsonb not null,
  updated_at timestamptz not null,
  primary key (organization_id, room_id, kind, at)
);

alter table imports drop constraint imports_kind_check, add constraint imports_kind_check check (kind in ('rooms', 'activity', 'closes'));

-- The id of a chat in a room that holds several: its first message names it, because that is what stays the same while the chat is open, when it
-- closes, and when a close that comes in late shows that what followed was another chat.
create function chat_in_room(room text, first_inbound_at timestamptz) returns text
language sql stable
return room || '@' || to_char(first_inbound_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- The room of a chat, for the link into the inbox: the other way round, 28 characters shorter.
create function room_of_chat(chat text, rooms_reused boolean) returns text
language sql immutable
return case when rooms_reused then left(chat, -28) else chat end;

-- How far a followed source is in. A pass reads an organization's rows in the order of their last change; when it has come to the end, everything
-- is settled up to what the source's clock showed when it began, but for what may be committed late (docs/sync.md).
create table sync_positions (
  organization_id uuid not null,
  kind text not null check (kind in ('rooms', 'closes', 'activity')),
  -- every change up to here is in, and the next pass begins behind it; null: no pass has come to the end yet
  settled_until timestamptz,
  -- the pass under way: the source's clock when it began, and the last row that is in; null: none
  pass_began_at timestamptz,
  last_updated_at timestamptz,
  last_key text,
  -- the newest event among the rows that are settled
  newest_event timestamptz,
  -- goes up with every step, so that of two processes which follow the same source one stops
  version bigint not null default 0,
  primary key (organization_id, kind)
);

-- Rows of a followed source that cannot be taken, until they come again and can. Only their names: the rows themselves are in the source.
create table sync_rejects (
  organization_id uuid not null,
  kind text not null check (kind in ('rooms', 'closes', 'activity')),
  id text not null,
  -- null: the row as a whole
  column_name text,
  reason text not null,
  rejected_at timestamptz not null default now(),
  primary key (organization_id, kind, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['room_records', 'sync_positions', 'sync_rejects']
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
