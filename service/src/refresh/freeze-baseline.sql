-- $1 organization, $2 definition, $3 the weeks as JSON
insert into baselines (organization_id, definition, weeks)
values ($1, $2, $3::text::jsonb)
on conflict (organization_id, definition) do nothing;
