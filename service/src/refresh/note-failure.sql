-- $1 organization
update recounts set failures = failures + 1 where organization_id = $1 returning failures;
