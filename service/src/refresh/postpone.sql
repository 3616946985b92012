-- $1 organization, $2 for how many seconds
update recounts set due_at = now() + make_interval(secs => $2) where organization_id = $1;
