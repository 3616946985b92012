-- $1 organization
select o.* from episode_outcomes o where o.organization_id = $1
