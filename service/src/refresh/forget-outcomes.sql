-- The rows are found one at a time (see mark-neighbours.sql), and deleted where they were found; nobody else writes them under the
-- organization's lock.
-- $1 organization, $2 and $3 the changed chats after the one id and up to the other
delete from episode_outcomes
where ctid = any (array(
  select o.ctid
  from changed_episodes c
  cross join lateral (select o.ctid from episode_outcomes o where o.organization_id = c.organization_id and o.id = c.id offset 0) o
  where c.organization_id = $1
    and c.id > $2
    and c.id <= $3
));
