-- What an admin called a different matter corrects a figure only as long as it would be a return: a ruling no longer counts when the later chat is gone,
-- or turns out to be another customer's. So a change of the later chat has to find the chats before it that were ruled on.
create index return_rulings_by_return on return_rulings (organization_id, returned_in);

-- the few that may have been counted otherwise
insert into changed_episodes (organization_id, id)
select organization_id, id from return_rulings
on conflict do nothing;
