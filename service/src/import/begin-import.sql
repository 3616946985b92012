insert into imports (organization_id, file_hash, kind)
values ($1, $2, $3)
on conflict do nothing
