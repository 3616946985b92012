-- $1 organization
delete from changed_episodes where organization_id = $1;
