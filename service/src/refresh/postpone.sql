-- A count that failed is tried again after 10 seconds, 20, 40, and so on, at most a quarter of an hour.
-- $1 organization
update recounts
set failures = failures + 1, due_at = now() + least(interval '5 seconds' * (2 ^ least(failures + 1, 10)), interval '15 minutes')
where organization_id = $1;
