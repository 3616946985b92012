-- What an admin called a different matter corrects a figure only as long as it would be a return: a ruling no longer counts when the later chat is gone,
-- or turns out to be another customer's. These few may have been counted otherwise.
insert into changed_episodes (organization_id, id)
select organization_id, id from return_rulings
on conflict do nothing;
