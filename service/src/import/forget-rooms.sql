-- Takes chats out that the source has deleted.
-- $1 organization, $2 ids
delete from rooms where organization_id = $1 and id = any ($2::text[]) returning id
