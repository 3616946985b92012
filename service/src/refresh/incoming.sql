-- $1 organization
select case when incoming_until > now() then 'coming' when incoming_until is not null then 'stopped' else 'none' end as rows
from organizations
where id = $1;
