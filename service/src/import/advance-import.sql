-- Moves on only from where this process believes to be: when another one imports the same file, no row comes back.
update imports
set records_done = $5,
  rows_changed = rows_changed + $6::bigint,
  rows_rejected = rows_rejected + $7::bigint,
  rejects_bytes = $8,
  newest_event = greatest(newest_event, $9::timestamptz)
where organization_id = $1 and file_hash = $2 and kind = $3 and records_done = $4
returning rows_changed
