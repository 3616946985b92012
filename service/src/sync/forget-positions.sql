-- The next pass begins at the beginning.
-- $1 organization
update sync_positions
set settled_until = null, pass_began_at = null, last_updated_at = null, last_key = null, version = version + 1
where organization_id = $1
