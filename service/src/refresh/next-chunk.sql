-- The last id of the next changed chats in order, or no row.
-- $1 organization, $2 the last id that is done, $3 how many chats a chunk has
select max(id) as upto
from (select id from changed_episodes where organization_id = $1 and id > $2 order by id limit $3) chunk
having max(id) is not null;
