-- $1 organization, $2 and $3 the changed chats after the one id and up to the other
delete from episode_outcomes o
using changed_episodes c
where c.organization_id = $1
  and c.id > $2
  and c.id <= $3
  and o.organization_id = c.organization_id
  and o.id = c.id;
