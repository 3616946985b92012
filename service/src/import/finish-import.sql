update imports
set finished_at = now()
where organization_id = $1 and file_hash = $2 and kind = $3 and finished_at is null
