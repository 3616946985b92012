-- One row for each file, by its content: the same file twice changes nothing, and a killed import goes on where its last batch ended.
create table imports (
  organization_id uuid not null,
  -- sha-256 of the content
  file_hash text not null,
  kind text not null check (kind in ('rooms', 'activity')),
  -- records of the file that are done, good and bad
  records_done bigint not null default 0,
  rows_changed bigint not null default 0,
  rows_rejected bigint not null default 0,
  -- how long the rejects file was when the last batch was committed
  rejects_bytes bigint not null default 0,
  -- the newest event seen so far; becomes as_of when the file is done
  newest_event timestamptz,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (organization_id, file_hash, kind)
);
