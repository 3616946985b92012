-- Which organizations a command works on, in the order in which it does: a run that was cut off can go on behind the last one that it named.
-- $1 the only one or null, $2 the one behind which it goes on or null
select id::text as id
from organizations
where ($1::uuid is null or id = $1) and ($2::uuid is null or id > $2)
order by id;
