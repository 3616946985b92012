-- $1 organization, $2 kind
insert into sync_positions (organization_id, kind) values ($1, $2) on conflict do nothing
