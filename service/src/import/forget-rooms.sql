-- Takes chats out that the source has deleted, with what the AI logged about them.
-- $1 organization, $2 ids
with gone as (
  delete from rooms where organization_id = $1 and id = any ($2::text[]) returning id
), gone_logs as (
  delete from ai_activity_logs where organization_id = $1 and room_id = any ($2::text[])
), marked as (
  insert into changed_episodes (organization_id, id)
  select $1::uuid, id from gone
  on conflict do nothing
)
select count(*) as gone from gone
