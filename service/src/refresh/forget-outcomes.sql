-- $1 organization, $2 ids of chats
delete from episode_outcomes where organization_id = $1 and id = any ($2::text[]);
