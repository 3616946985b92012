-- $1 organizations, $2 kind
select organization_id::text as organization_id, settled_until, pass_began_at, last_updated_at, last_key, version
from sync_positions
where organization_id = any ($1::uuid[]) and kind = $2
