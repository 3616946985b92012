-- $1 organization, $5 and $6 after the one id and up to the other
select c.id from changed_episodes c where c.organization_id = $1 and c.id > $5 and c.id <= $6
