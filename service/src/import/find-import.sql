select records_done, rows_changed, rows_rejected, rejects_bytes, newest_event, finished_at is not null as finished
from imports
where organization_id = $1 and file_hash = $2 and kind = $3
