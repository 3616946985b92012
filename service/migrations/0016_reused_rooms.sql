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
  -- the row as it was imported, without the columns that stand here
  record jsonb not null,
  updated_at timestamptz not null,
  primary key (organization_id, room_id, kind, at)
);

alter table room_records enable row level security;
alter table room_records force row level security;
do $$
begin
  execute format('create policy every_organization on room_records to %I using (true) with check (true)', current_user);
end
$$;
create policy own_organization on room_records for select to impact_app
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);

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
