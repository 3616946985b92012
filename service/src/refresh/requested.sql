-- $1 organization
select requested, requested_whole > 0 as whole from recounts where organization_id = $1;
