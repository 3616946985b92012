-- Moves on only from where this process believes to be: when another one follows the same source, no row comes back.
-- $1 organization, $2 kind, $3 the version that it believes in, $4 settled until, $5 when the pass under way began, $6 and $7 its last row,
-- $8 the newest settled event
update sync_positions
set settled_until = $4, pass_began_at = $5, last_updated_at = $6, last_key = $7, newest_event = greatest(newest_event, $8::timestamptz), version = version + 1
where organization_id = $1 and kind = $2 and version = $3
returning version
