-- $1 organization, $2 kind
select settled_until, pass_began_at, last_updated_at, last_key, version from sync_positions where organization_id = $1 and kind = $2
